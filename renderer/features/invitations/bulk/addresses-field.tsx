import { Button, Field, makeStyles, mergeClasses, Textarea, tokens } from '@fluentui/react-components';
import { DocumentArrowUpRegular, EraserRegular } from '@fluentui/react-icons';
import { type DragEvent, useRef, useState } from 'react';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { addressText } from '#shared/model/address-text.ts';
import type { Problem } from '#shared/model/problem.ts';
import { ADDRESS_FILE_LIMIT } from './address-file-limit.ts';
import { ReasonList } from './reason-list.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, minWidth: 0 },
  text: {
    '& textarea': { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, whiteSpace: 'pre' },
  },
  over: { outline: `${tokens.strokeWidthThick} dashed ${tokens.colorBrandStroke1}`, outlineOffset: '2px' },
  tools: { display: 'flex', columnGap: tokens.spacingHorizontalXS },
  input: { display: 'none' },
  bad: { fontSize: tokens.fontSizeBase200 },
});

/** A line of the list that could not be used; the first line is 1. */
export interface BadAddress {
  readonly line: number;
  readonly problem: Problem;
}

interface Props {
  readonly text: string;
  readonly bad: readonly BadAddress[];
  readonly onChange: (text: string) => void;
}

/** The addresses of many customers: typed, pasted, or taken from a file; what could not be used is listed by line. */
export function AddressesField({ text, bad, onChange }: Props) {
  const t = useT('bulk.addresses');
  const format = useFormat();
  const styles = useStyles();
  const problemText = useProblemText();
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  const take = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > ADDRESS_FILE_LIMIT * 1_000_000) {
      setFault(t('tooLarge', { file: file.name, limit: ADDRESS_FILE_LIMIT }));
      return;
    }
    const bytes = await file.arrayBuffer().catch(() => null);
    if (bytes === null) {
      setFault(t('unreadable', { file: file.name }));
      return;
    }
    const read = addressText(new Uint8Array(bytes));
    setFault(
      read === null ? problemText({ kind: 'bad-input', key: 'addressFileNoText', values: { file: file.name } }) : null,
    );
    if (read !== null) onChange(read);
  };
  const onDrop = (event: DragEvent) => {
    setOver(false);
    if (event.dataTransfer.files.length === 0) return;
    // Taken: the window must not import it as well.
    event.preventDefault();
    void take(event.dataTransfer.files[0]);
  };
  return (
    <div className={styles.root}>
      <Field
        label={t('label')}
        {...(fault === null ? { hint: t('hint') } : { validationMessage: fault, validationState: 'error' as const })}
      >
        <Textarea
          className={mergeClasses(styles.text, over && styles.over)}
          onChange={(_, { value }) => {
            setFault(null);
            onChange(value);
          }}
          onDragLeave={() => setOver(false)}
          onDragOver={(event) => setOver(event.dataTransfer.types.includes('Files'))}
          onDrop={onDrop}
          placeholder={t('placeholder')}
          resize="vertical"
          rows={5}
          spellCheck={false}
          value={text}
        />
      </Field>
      <div className={styles.tools}>
        <Button icon={<DocumentArrowUpRegular />} onClick={() => chooser.current?.click()} size="small">
          {t('file')}
        </Button>
        {text !== '' && (
          <Button appearance="subtle" icon={<EraserRegular />} onClick={() => onChange('')} size="small">
            {t('clear')}
          </Button>
        )}
        <input
          accept=".csv,.txt,.tsv"
          aria-label={t('file')}
          className={styles.input}
          onChange={({ currentTarget }) => {
            void take(currentTarget.files?.[0]);
            // Choosing the same file again must count as a change.
            currentTarget.value = '';
          }}
          ref={chooser}
          type="file"
        />
      </div>
      {bad.length > 0 && (
        <div className={styles.bad}>
          <Disclosure label={t('bad', { count: bad.length })}>
            <ReasonList
              copyLabel={t('copy')}
              heads={[t('line'), t('reason')]}
              label={t('bad', { count: bad.length })}
              left={bad.map(({ line, problem }) => ({
                key: `${line} ${problem.key}`,
                what: format.number(line),
                why: problemText(problem),
              }))}
              more={(count) => t('more', { count })}
            />
          </Disclosure>
        </div>
      )}
    </div>
  );
}
