import { makeStyles, mergeClasses, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import { MailRegular } from '@fluentui/react-icons';
import { useId, useMemo, useState } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import type { Language } from '#shared/model/invitation.ts';
import { renderMail } from './mail-html.ts';

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
});

export interface PreviewedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The mail as its reader will see it, formatted or as plain text; `null` while there is nothing to show. */
export function MailPreview({
  mail,
  to,
  language,
}: {
  readonly mail: PreviewedMail | null;
  readonly to: string;
  readonly language: Language;
}) {
  const t = useT('inviting');
  const styles = useStyles();
  const id = useId();
  const [part, setPart] = useState<'formatted' | 'plain'>('formatted');
  const html = useMemo(() => mail && renderMail(mail.html), [mail]);
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
      <div
        aria-labelledby={`${id}-${part}`}
        className={mergeClasses(styles.body, styles.paper)}
        id={`${id}-mail`}
        lang={language}
        role="tabpanel"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling panel must be reachable by keyboard
        tabIndex={0}
      >
        {part === 'plain' ? <pre className={styles.text}>{mail.text}</pre> : <div className={styles.html}>{html}</div>}
      </div>
    </section>
  );
}
