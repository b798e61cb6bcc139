import { Button, type ButtonProps, makeStyles, Tooltip } from '@fluentui/react-components';
import { CheckmarkRegular, CopyRegular, DismissRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { copyText } from './copy-text.ts';

const ECHO = 1600;

const useStyles = makeStyles({
  // Forced colours draw a box around every button; around so many small ones it hides what they copy.
  button: { '@media (forced-colors: active)': { border: 'none' } },
});

interface Props {
  /** What goes to the clipboard; a function where it is long in the making. */
  readonly text: string | (() => string);
  /** What is copied, as the button's name: "Copy tenant ID". */
  readonly label: string;
  readonly size?: NonNullable<ButtonProps['size']>;
  /** Show the name beside the icon. */
  readonly named?: boolean;
  /** Among other buttons of its size: as visible as they are. */
  readonly appearance?: 'subtle' | 'secondary';
}

/** Copies a text, and says for a moment that it did. */
export function CopyButton({ text, label, size = 'small', named = false, appearance = 'subtle' }: Props) {
  const t = useT('dossier.copy');
  const styles = useStyles();
  const [state, setState] = useState<'idle' | 'done' | 'failed'>('idle');
  useEffect(() => {
    if (state === 'idle') return undefined;
    const timer = setTimeout(() => setState('idle'), ECHO);
    return () => clearTimeout(timer);
  }, [state]);
  const icon = { idle: <CopyRegular />, done: <CheckmarkRegular />, failed: <DismissRegular /> }[state];
  return (
    <Tooltip content={state === 'idle' ? label : t(state)} relationship="label" withArrow>
      <Button
        appearance={appearance}
        className={styles.button}
        icon={icon}
        onClick={({ currentTarget }) =>
          void copyText(typeof text === 'string' ? text : text(), currentTarget).then((copied) =>
            setState(copied ? 'done' : 'failed'),
          )
        }
        size={size}
      >
        {named && label}
      </Button>
    </Tooltip>
  );
}
