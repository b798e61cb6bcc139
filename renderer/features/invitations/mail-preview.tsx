import { makeStyles, mergeClasses, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import { LockClosedRegular, MailRegular } from '@fluentui/react-icons';
import { useId, useMemo, useState } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import type { Language } from '#shared/model/invitation.ts';
import { partsOf, renderMail } from './mail-html.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    flexGrow: 1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
  },
  head: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    margin: 0,
  },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  body: { flexGrow: 1, minHeight: 0, overflow: 'auto', outlineOffset: '-2px' },
  /** A mail is dark on white in nearly every mail program, whatever the window wears. */
  paper: { backgroundColor: '#ffffff', color: '#1b1a19', colorScheme: 'light' },
  text: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    margin: tokens.spacingHorizontalM,
  },
  html: { overflowWrap: 'anywhere' },
  tabs: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
  lock: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    marginInlineStart: 'auto',
    paddingInlineEnd: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  sample: { width: '3px', height: '14px', backgroundColor: '#c8c6c4' },
  stale: { opacity: 0.55 },
  /** What is locked has a bar at its side; the paper is white in every theme. */
  locked: { borderLeft: '3px solid #c8c6c4', paddingLeft: '10px', marginLeft: '-13px' },
  lockedText: {
    display: 'inline-block',
    borderLeft: '3px solid #c8c6c4',
    paddingLeft: '6px',
    marginLeft: '-9px',
  },
});

export interface PreviewedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The mail as its reader will see it, formatted or as plain text; `null` while there is nothing to show. */
export function MailPreview({
  mail,
  locked,
  stale,
  to,
  language,
}: {
  readonly mail: PreviewedMail | null;
  /** The same mail with nothing but what nobody may change; `null` until it is known. */
  readonly locked: PreviewedMail | null;
  /** The mail is as it was before the last change, which will not do. */
  readonly stale: boolean;
  readonly to: string;
  readonly language: Language;
}) {
  const t = useT('inviting');
  const composer = useT('composer');
  const styles = useStyles();
  const id = useId();
  const [part, setPart] = useState<'formatted' | 'plain'>('formatted');
  const html = useMemo(
    () => mail && renderMail(mail.html, locked ? { texts: partsOf(locked.html), className: styles.locked } : undefined),
    [mail, locked, styles.locked],
  );
  if (mail === null) {
    return (
      <div className={styles.root}>
        <EmptyState compact icon={<MailRegular />} text={t('previewWaiting')} title={t('preview')} />
      </div>
    );
  }
  return (
    <section aria-label={t('preview')} className={styles.root}>
      <dl className={styles.head}>
        <dt className={styles.label}>{t('previewTo')}</dt>
        <dd className={styles.value}>{to}</dd>
        <dt className={styles.label}>{t('subject')}</dt>
        <dd className={styles.value} lang={language}>
          <Text weight="semibold">{mail.subject}</Text>
        </dd>
      </dl>
      <div className={styles.tabs}>
        <TabList
          aria-label={t('preview')}
          onTabSelect={(_, { value }) => setPart(value === 'plain' ? 'plain' : 'formatted')}
          selectedValue={part}
          size="small"
        >
          <Tab aria-controls={`${id}-mail`} id={`${id}-formatted`} value="formatted">
            {t('formatted')}
          </Tab>
          <Tab aria-controls={`${id}-mail`} id={`${id}-plain`} value="plain">
            {t('plain')}
          </Tab>
        </TabList>
        <span className={styles.lock}>
          {!stale && <span aria-hidden="true" className={styles.sample} />}
          {!stale && <LockClosedRegular />}
          {composer(stale ? 'stale' : 'locked')}
        </span>
      </div>
      <div
        aria-labelledby={`${id}-${part}`}
        className={mergeClasses(styles.body, styles.paper, stale && styles.stale)}
        id={`${id}-mail`}
        lang={language}
        role="tabpanel"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling panel must be reachable by keyboard
        tabIndex={0}
      >
        {part === 'plain' ? (
          <pre className={styles.text}>
            <PlainParts locked={locked?.text ?? ''} lockedClass={styles.lockedText} text={mail.text} />
          </pre>
        ) : (
          <div className={styles.html}>{html}</div>
        )}
      </div>
    </section>
  );
}

/** The plain text, its locked parts marked; the empty lines between the parts stay as they are. */
function PlainParts({
  text,
  locked,
  lockedClass,
}: {
  readonly text: string;
  readonly locked: string;
  readonly lockedClass: string;
}) {
  const bare = new Set(locked.split(/\n{2,}/).map((part) => part.trim()));
  return text.split(/(\n{2,})/).map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts are named by their places
    <span className={part.trim() !== '' && bare.has(part.trim()) ? lockedClass : undefined} key={at}>
      {part}
    </span>
  ));
}
