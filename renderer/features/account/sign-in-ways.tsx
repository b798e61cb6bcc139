import { Badge, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import { GlobeRegular, PhoneLaptopRegular } from '@fluentui/react-icons';
import { useT } from '#renderer/app/i18n.tsx';
import type { Way } from './use-sign-in.ts';

const useStyles = makeStyles({
  ways: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  way: {
    display: 'grid',
    gridTemplateColumns: '32px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'start',
    width: '100%',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':active': { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  busy: { cursor: 'default', color: tokens.colorNeutralForegroundDisabled },
  icon: { display: 'flex', fontSize: '28px', color: tokens.colorBrandForeground1 },
  name: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    textWrap: 'pretty',
  },
});

const WAYS = [
  { how: 'browser', Icon: GlobeRegular, name: 'browser', text: 'browserText', beginning: 'opening' },
  { how: 'device-code', Icon: PhoneLaptopRegular, name: 'code', text: 'codeText', beginning: 'fetching' },
] as const;

interface Props {
  /** The way that has just been chosen. */
  readonly beginning: Way | null;
  readonly onChoose: (how: Way) => void;
}

/** The two ways to sign in, each with what it does. */
export function SignInWays({ beginning, onChoose }: Props) {
  const t = useT('account.dialog');
  const styles = useStyles();
  return (
    <div className={styles.ways}>
      {WAYS.map(({ how, Icon, name, text, beginning: words }) => (
        <button
          aria-disabled={beginning !== null}
          className={mergeClasses(styles.way, beginning !== null && styles.busy)}
          key={how}
          onClick={() => beginning === null && onChoose(how)}
          type="button"
        >
          <span aria-hidden="true" className={styles.icon}>
            {beginning === how ? <Spinner size="small" /> : <Icon />}
          </span>
          <span>
            <span className={styles.name}>
              {t(name)}
              {how === 'browser' && (
                <Badge appearance="tint" color="brand">
                  {t('recommended')}
                </Badge>
              )}
            </span>
            <span className={styles.text} role={beginning === how ? 'status' : undefined}>
              {t(beginning === how ? words : text)}
            </span>
          </span>
        </button>
      ))}
    </div>
  );
}
