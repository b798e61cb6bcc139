import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';
import { useTimes } from '#renderer/features/sync/use-times.ts';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import type { AccountState } from '#shared/contract/sync.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, minWidth: 0 },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  text: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  steps: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
  },
  line: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS, minWidth: 0 },
  address: { minWidth: 0, overflowWrap: 'anywhere', userSelect: 'text', fontWeight: tokens.fontWeightSemibold },
  // An address with all that a browser needs is long: it must be copied, not read.
  whole: {
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    userSelect: 'all',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    fontWeight: tokens.fontWeightSemibold,
    letterSpacing: '0.12em',
    userSelect: 'all',
    overflowWrap: 'anywhere',
  },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  waiting: { flexGrow: 1, display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  valid: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface Props {
  readonly going: Extract<AccountState, { state: 'signing-in' }>;
  readonly onStop: () => void;
}

/** What the person does elsewhere to sign in: a page in the browser, or a code to type on another device. */
export function SignInGoingOn({ going, onStop }: Props) {
  const t = useT('account.dialog');
  const styles = useStyles();
  const times = useTimes();
  const { code, expiresAt, how, url } = going;
  return (
    <div className={styles.root}>
      {how === 'device-code' && code !== null ? (
        <ol className={styles.steps}>
          <li>
            {t('step1')}
            {url !== null && (
              <div className={styles.line}>
                <span className={styles.address}>{url}</span>
                <CopyButton label={t('copyPage')} text={url} />
              </div>
            )}
          </li>
          <li>
            {t('step2')}
            <div className={styles.line}>
              <span className={styles.code}>{code}</span>
              <CopyButton label={t('copyCode')} named size="medium" text={code} />
            </div>
            {expiresAt !== null && (
              <div className={styles.valid}>{t('validUntil', { time: times.clock(expiresAt) })}</div>
            )}
          </li>
        </ol>
      ) : (
        <>
          <h3 className={styles.title}>{t('goOn')}</h3>
          <p className={styles.text}>{t('goOnText')}</p>
          {url !== null && (
            <div>
              <p className={styles.text}>{t('notOpened')}</p>
              <div className={styles.line}>
                <span className={styles.whole} title={url}>
                  {url}
                </span>
                <CopyButton label={t('copyPage')} text={url} />
              </div>
            </div>
          )}
        </>
      )}
      <div className={styles.foot}>
        <span className={styles.waiting} role="status">
          <Spinner size="extra-tiny" />
          {t('waiting')}
        </span>
        <Button onClick={onStop}>{t('otherWay')}</Button>
      </div>
    </div>
  );
}
