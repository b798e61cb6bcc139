import { Button, makeStyles, Tooltip, tokens } from '@fluentui/react-components';
import { type RefObject, useCallback, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useT } from '#renderer/app/i18n.tsx';
import { UNSEEN } from '#renderer/ui/unseen.ts';
import { MESSAGES, type Messages } from '#shared/locales/index.ts';

type Variable = keyof Messages['composer']['variables']['names'];
const isKnown = (name: string): name is Variable => Object.hasOwn(MESSAGES.en.composer.variables.names, name);

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    padding: 0,
    border: 'none',
  },
  unseen: UNSEEN,
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  chip: {
    minWidth: 0,
    borderRadius: tokens.borderRadiusCircular,
    fontWeight: tokens.fontWeightRegular,
    paddingInline: tokens.spacingHorizontalS,
  },
});

interface Place {
  readonly field: HTMLInputElement | HTMLTextAreaElement;
  readonly write: (text: string) => void;
}

/** Where a variable goes: the field (among `fields`) that was written in last, at its caret. */
export function useInsertion(fields: RefObject<HTMLElement | null>): {
  readonly place: RefObject<Place | null>;
  readonly insert: (text: string) => void;
} {
  const place = useRef<Place | null>(null);
  const insert = useCallback(
    (text: string) => {
      // Nobody has written yet, or the paragraph is gone: the first that stands will do.
      if (!place.current?.field.isConnected) fields.current?.querySelector('textarea')?.focus();
      if (!place.current?.field.isConnected) return;
      const { field, write } = place.current;
      const start = field.selectionStart ?? field.value.length;
      const end = field.selectionEnd ?? start;
      // The caret can be set only once the field holds the new text.
      flushSync(() => write(field.value.slice(0, start) + text + field.value.slice(end)));
      field.focus();
      field.setSelectionRange(start + text.length, start + text.length);
    },
    [fields],
  );
  return { place, insert };
}

interface Props {
  readonly variables: readonly string[];
  readonly onInsert: (text: string) => void;
}

/** The variables that the words may use, each a button that puts it where the writing is. */
export function VariableChips({ variables, onInsert }: Props) {
  const t = useT('composer.variables');
  const styles = useStyles();
  if (variables.length === 0) return null;
  return (
    <fieldset className={styles.root}>
      <legend className={styles.unseen}>{t('label')}</legend>
      <span aria-hidden="true" className={styles.label}>
        {t('label')}
      </span>
      {variables.map((variable) => {
        const name = variable.replaceAll(/[{}]/g, '');
        const written = `{${name}}`;
        return (
          <Tooltip content={t('insert', { variable: written })} key={name} relationship="description" withArrow>
            <Button className={styles.chip} onClick={() => onInsert(written)} size="small">
              {isKnown(name) ? t(`names.${name}`) : written}
            </Button>
          </Tooltip>
        );
      })}
    </fieldset>
  );
}
