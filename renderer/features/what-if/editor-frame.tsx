import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import { useT } from '#renderer/app/i18n.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    maxWidth: '560px',
  },
  actions: { display: 'flex', columnGap: tokens.spacingHorizontalS },
});

interface Props {
  readonly label: string;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** A small form for the particulars of an assumption: Enter supposes, Escape leaves it. Its first field has the focus. */
export function EditorFrame({ label, onSubmit, onCancel, children }: Props) {
  const t = useT('whatIf.editor');
  const styles = useStyles();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // After the menu, which gives the focus back to its button as it closes.
    const frame = requestAnimationFrame(() => {
      form.current?.querySelector<HTMLElement>('input, [role="combobox"]')?.focus();
      form.current?.scrollIntoView({ block: 'nearest' });
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: keys pressed in its fields pass through it
    <form
      aria-label={label}
      className={styles.root}
      noValidate
      onKeyDown={(event) => {
        // A list that is open takes Escape for itself.
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onCancel();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
      ref={form}
    >
      {children}
      <div className={styles.actions}>
        <Button appearance="primary" type="submit">
          {t('confirm')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
