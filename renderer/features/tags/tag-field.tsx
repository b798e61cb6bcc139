import { Combobox, Field, makeStyles, Option } from '@fluentui/react-components';
import { useState } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { Tag } from '#shared/model/dossier.ts';

const useStyles = makeStyles({
  box: { minWidth: 0, width: '240px' },
  list: { maxHeight: '220px' },
});

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** A tag was picked from the list. */
  readonly onPick?: ((tag: Tag) => void) | undefined;
  /** The tags to choose from; any other may be typed. */
  readonly known: readonly string[];
}

/** Names a tag: one that is known, or a new one. */
export function TagField({ value, onChange, onPick, known }: Props) {
  const t = useT('tags');
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const typed = value.trim();
  const sought = typed.toLocaleLowerCase();
  const offered = known.filter((tag) => tag.toLocaleLowerCase().includes(sought));
  const fresh = typed !== '' && !known.includes(typed);
  const tooLong = typed !== '' && !Tag.safeParse(typed).success;
  return (
    <Field
      label={t('field')}
      validationMessage={tooLong ? t('tooLong') : null}
      validationState={tooLong ? 'error' : 'none'}
    >
      <Combobox
        className={styles.box}
        freeform
        inlinePopup
        listbox={{ className: styles.list }}
        onChange={({ target }) => {
          onChange(target.value);
          setOpen(true);
        }}
        onOpenChange={(_, next) => setOpen(next.open)}
        onOptionSelect={(_, { optionValue }) => {
          const tag = Tag.safeParse(optionValue);
          if (!tag.success) return;
          onChange(tag.data);
          onPick?.(tag.data);
        }}
        open={open && (offered.length > 0 || (fresh && !tooLong))}
        placeholder={t('placeholder')}
        positioning={{ position: 'below', align: 'start', strategy: 'fixed', overflowBoundaryPadding: 8 }}
        selectedOptions={[]}
        value={value}
      >
        {offered.map((tag) => (
          <Option key={tag} value={tag}>
            {tag}
          </Option>
        ))}
        {fresh && !tooLong && (
          <Option key={`new ${typed}`} text={typed} value={typed}>
            {t('create', { tag: typed })}
          </Option>
        )}
      </Combobox>
    </Field>
  );
}
