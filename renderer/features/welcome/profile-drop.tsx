import { Button, MessageBar, MessageBarBody, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DocumentArrowUpRegular } from '@fluentui/react-icons';
import { type DragEvent, useRef, useState } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { faultsOf, formOf, type ProfileForm } from './profile-form.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, maxWidth: '560px' },
  zone: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    padding: tokens.spacingHorizontalXL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `${tokens.strokeWidthThick} dashed ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  over: {
    border: `${tokens.strokeWidthThick} solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBrandBackground2,
  },
  icon: { fontSize: '36px', color: tokens.colorBrandForeground1, display: 'block' },
  words: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', rowGap: tokens.spacingVerticalXS },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  text: { margin: `0 0 ${tokens.spacingVerticalS}`, color: tokens.colorNeutralForeground2 },
});

type Reading =
  | { readonly state: 'read'; readonly file: string; readonly faults: number }
  | { readonly state: 'unreadable' | 'notJson' | 'notProfile'; readonly file: string };

/** Takes a profile file, chosen or dropped, and hands over the form that it fills. */
export function ProfileDrop({ onRead }: { readonly onRead: (file: string, form: ProfileForm) => void }) {
  const t = useT('window.welcome');
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [reading, setReading] = useState<Reading | null>(null);

  const take = async (chosen: File | undefined) => {
    if (!chosen) return;
    const file = chosen.name;
    const text = await readText(chosen).catch(() => null);
    if (text === null) return setReading({ state: 'unreadable', file });
    const value = parse(text);
    if (value === undefined) return setReading({ state: 'notJson', file });
    const form = formOf(value);
    if (form === null) return setReading({ state: 'notProfile', file });
    const { fields, other } = faultsOf(form);
    setReading({ state: 'read', file, faults: Object.keys(fields).length + (other === null ? 0 : 1) });
    onRead(file, form);
  };

  const onDrag = (event: DragEvent) => {
    event.preventDefault();
    setOver(event.type === 'dragover');
    if (event.type === 'drop') void take(event.dataTransfer.files[0]);
  };
  return (
    <div className={styles.root}>
      {/* The button inside does the same for the keyboard. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
      {/* biome-ignore lint/a11y/noNoninteractiveElementInteractions: see above */}
      <div
        className={mergeClasses(styles.zone, over && styles.over)}
        onDragLeave={onDrag}
        onDragOver={onDrag}
        onDrop={onDrag}
      >
        <DocumentArrowUpRegular aria-hidden="true" className={styles.icon} />
        <div className={styles.words}>
          <h2 className={styles.title}>{t('fileTitle')}</h2>
          <p className={styles.text}>{t('fileText')}</p>
          <Button appearance="primary" onClick={() => input.current?.click()}>
            {t('fileButton')}
          </Button>
          <input
            accept=".json,application/json"
            aria-label={t('fileButton')}
            hidden
            onChange={(event) => {
              void take(event.target.files?.[0]);
              // The same file may be chosen again after it was corrected.
              event.target.value = '';
            }}
            ref={input}
            type="file"
          />
        </div>
      </div>
      <div aria-live="polite">{reading && <ReadingBar reading={reading} />}</div>
    </div>
  );
}

function ReadingBar({ reading }: { readonly reading: Reading }) {
  const t = useT('window.welcome');
  const { file } = reading;
  const sentence = () => {
    switch (reading.state) {
      case 'unreadable':
        return t('fileUnreadable', { file });
      case 'notJson':
        return t('fileNotJson', { file });
      case 'notProfile':
        return t('fileNotProfile', { file });
      default:
        return reading.faults === 0 ? t('fileRead', { file }) : t('fileFaults', { file, count: reading.faults });
    }
  };
  const good = reading.state === 'read' && reading.faults === 0;
  return (
    <MessageBar intent={good ? 'success' : reading.state === 'read' ? 'warning' : 'error'} layout="multiline">
      <MessageBarBody>{sentence()}</MessageBarBody>
    </MessageBar>
  );
}

/** The JSON value of a text, with or without a byte order mark; `undefined` if it is none. */
/** A file's text; rejects for one that is not UTF-8, since a garbled name would go into the workspace. */
async function readText(file: File): Promise<string> {
  return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
