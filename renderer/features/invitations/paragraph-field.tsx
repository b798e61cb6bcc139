import { Button, Field, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import { AddRegular, DismissRegular } from '@fluentui/react-icons';
import { useT } from '#renderer/app/i18n.tsx';
import type { Language } from '#shared/model/invitation.ts';

const useStyles = makeStyles({
  paragraph: { position: 'relative' },
  remove: { position: 'absolute', insetBlockStart: 0, insetInlineEnd: 0 },
  removed: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    border: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
});

interface Props {
  /** Its place, from 1. */
  readonly at: number;
  /** `null` where it was removed. */
  readonly text: string | null;
  readonly language: Language;
  readonly problem: string | null;
  readonly onChange: (text: string | null) => void;
  readonly onFocus: (field: HTMLTextAreaElement) => void;
  readonly onPutBack: () => void;
}

/** One of the first paragraphs of a mail: it can be changed, left out, and put back. */
export function ParagraphField({ at, text, language, problem, onChange, onFocus, onPutBack }: Props) {
  const t = useT('composer.words');
  const styles = useStyles();
  if (text === null) {
    return (
      <div className={styles.removed}>
        <Text size={200}>{t('removed', { at })}</Text>
        <Button appearance="subtle" icon={<AddRegular />} onClick={onPutBack} size="small">
          {t('putBack')}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.paragraph}>
      <Field
        label={t('paragraph', { at })}
        {...(problem !== null && { validationMessage: problem, validationState: 'error' })}
      >
        <Textarea
          lang={language}
          onChange={(_, { value }) => onChange(value)}
          onFocus={({ currentTarget }) => onFocus(currentTarget)}
          resize="vertical"
          rows={3}
          value={text}
        />
      </Field>
      <Button
        appearance="subtle"
        aria-label={t('removeParagraph', { at })}
        className={styles.remove}
        icon={<DismissRegular />}
        onClick={() => onChange(null)}
        size="small"
      >
        {t('remove')}
      </Button>
    </div>
  );
}
