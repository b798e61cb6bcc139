import { Button, Dropdown, Label, makeStyles, Option, Text, tokens } from '@fluentui/react-components';
import { DocumentArrowDownRegular } from '@fluentui/react-icons';
import { useId } from 'react';
import type { z } from 'zod';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { BulkFormat as Format } from '#shared/contract/invitations.ts';

export type BulkFormat = z.infer<typeof Format>;

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS, flexShrink: 0 },
  error: { flexGrow: 1, minWidth: 0, color: tokens.colorStatusDangerForeground1 },
  format: { display: 'flex', alignItems: 'center', flexShrink: 0, columnGap: tokens.spacingHorizontalS },
  box: { width: '260px', minWidth: 0 },
});

interface Props {
  /** How many drafts can be written now. */
  readonly count: number;
  readonly format: BulkFormat;
  readonly error: unknown;
  readonly onFormat: (format: BulkFormat) => void;
  readonly onCancel: () => void;
  readonly onWrite: () => void;
}

/** In which form the drafts are written, and the writing itself. */
export function BulkActions({ count, format, error, onFormat, onCancel, onWrite }: Props) {
  const t = useT('bulk');
  const styles = useStyles();
  const problemText = useProblemText();
  const id = useId();
  return (
    <div className={styles.root}>
      <Text className={styles.error} role="alert" size={200}>
        {error ? problemText(error) : null}
      </Text>
      <div className={styles.format}>
        <Label id={id}>{t('format.label')}</Label>
        <Dropdown
          aria-labelledby={id}
          className={styles.box}
          inlinePopup
          onOptionSelect={(_, { optionValue }) => onFormat(Format.catch(format).parse(optionValue))}
          positioning={{ position: 'above', strategy: 'fixed' }}
          selectedOptions={[format]}
          value={t(`format.${format}`)}
        >
          {Format.options.map((one) => (
            <Option key={one} text={t(`format.${one}`)} value={one}>
              {t(`format.${one}`)}
            </Option>
          ))}
        </Dropdown>
      </div>
      <Button onClick={onCancel}>{t('cancel')}</Button>
      <Button
        appearance="primary"
        disabledFocusable={count === 0}
        icon={<DocumentArrowDownRegular />}
        onClick={onWrite}
      >
        {t('write', { count })}
      </Button>
    </div>
  );
}
