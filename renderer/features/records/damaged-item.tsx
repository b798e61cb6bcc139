import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DocumentErrorRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { takeFocus } from '#renderer/ui/keep-focus.ts';
import type { DamagedDocument } from '#shared/model/protection.ts';
import { CustomerNames } from './customer-names.tsx';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  icon: { fontSize: '20px', color: tokens.colorStatusWarningForeground3, display: 'flex', paddingTop: '1px' },
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, minWidth: 0 },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS },
  file: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
  dim: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  text: { margin: 0, textWrap: 'pretty', overflowWrap: 'anywhere' },
  detail: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalXS,
  },
  said: {
    flexGrow: 1,
    flexBasis: '280px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    textWrap: 'pretty',
  },
  sure: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  buttons: { display: 'flex', columnGap: tokens.spacingHorizontalS },
});

interface Props {
  readonly document: DamagedDocument;
  /** One of the documents is being replaced. */
  readonly busy: boolean;
  /** This one is. */
  readonly working: boolean;
  readonly mayRecover: boolean;
  readonly onRecover: () => void;
}

/** One document that could not be read, and the version before it, which is put in its place when somebody says so twice. */
export function DamagedItem({ document, busy, working, mayRecover, onRecover }: Props) {
  const t = useT('records.damage');
  const format = useFormat();
  const styles = useStyles();
  const [sure, setSure] = useState(false);
  const { file, what, damage, detail, customers, previous } = document;
  const without = damage === 'missing' ? ('lost' as const) : ('aside' as const);
  return (
    <article aria-label={file} className={styles.root}>
      <span aria-hidden="true" className={styles.icon}>
        <DocumentErrorRegular />
      </span>
      <div className={styles.content}>
        <div className={styles.head}>
          <h3 className={styles.file}>{file}</h3>
          <span className={styles.dim}>{t(`whats.${what}`)}</span>
        </div>
        <p className={styles.text}>{t(`kinds.${damage}`)}</p>
        {detail !== '' && <p className={styles.detail}>{t('detail', { detail })}</p>}
        {what === 'dossiers' && <CustomerNames customers={customers} />}
        {mayRecover && (what === 'dossiers' || previous !== null) && (
          <div className={styles.foot}>
            <span className={styles.said}>
              {sure ? (
                <span className={styles.sure}>{previous ? t('confirmPrevious') : t(`without.${without}.sure`)}</span>
              ) : previous ? (
                what === 'dossiers' ? (
                  t('previous', { dossiers: previous.dossiers, when: format.dateTime(previous.at) })
                ) : (
                  t('previousBare', { when: format.dateTime(previous.at) })
                )
              ) : (
                t('noPrevious')
              )}
            </span>
            <span className={styles.buttons}>
              {sure ? (
                <>
                  <Button disabledFocusable={busy} onClick={() => setSure(false)} size="small">
                    {t('cancel')}
                  </Button>
                  <Button
                    appearance="primary"
                    disabledFocusable={busy}
                    onClick={onRecover}
                    ref={takeFocus}
                    size="small"
                  >
                    {working ? t('working') : previous ? t('confirm') : t(`without.${without}.confirm`)}
                  </Button>
                </>
              ) : (
                <Button disabledFocusable={busy} onClick={() => setSure(true)} size="small">
                  {previous ? t('usePrevious') : t(`without.${without}.offer`)}
                </Button>
              )}
            </span>
          </div>
        )}
      </div>
    </article>
  );
}
