import {
  Badge,
  Button,
  makeStyles,
  mergeClasses,
  Tooltip,
  tokens,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { ArrowImportRegular, BuildingShopFilled } from '@fluentui/react-icons';
import { UNSEEN } from '#renderer/ui/unseen.ts';
import { useWidth } from '#renderer/ui/use-width.ts';
import { useFormat, useT } from './i18n.tsx';
import type { OpenWorkspace } from './open-workspace.ts';
import { useProblemText } from './problem.ts';
import { WindowSearch } from './search-box.tsx';
import { useView } from './view.ts';

/** Narrower title bars, in CSS pixels, leave the word out of the import button. */
const ROOMY = 1000;

/** Still narrower ones tell the age of the facts alone, without "as of". */
const TIGHT = 860;

const useStyles = makeStyles({
  bar: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(180px, 32%) minmax(0, 1fr)',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    flexShrink: 0,
    height: '48px',
    boxSizing: 'border-box',
    padding: `0 ${tokens.spacingHorizontalS} 0 ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  tight: { gridTemplateColumns: 'minmax(0, 1fr) minmax(160px, 30%) max-content' },
  workspace: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS, minWidth: 0 },
  icon: { fontSize: '20px', color: tokens.colorBrandForeground1, flexShrink: 0, marginInlineEnd: '2px' },
  name: {
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    minWidth: 0,
  },
  badge: { flexShrink: 0 },
  end: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    columnGap: tokens.spacingHorizontalM,
    minWidth: 0,
  },
  asOf: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  unseen: UNSEEN,
  import: { flexShrink: 0, minWidth: 0 },
  skip: {
    position: 'absolute',
    insetInlineStart: tokens.spacingHorizontalS,
    top: '-48px',
    zIndex: 10,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    ':focus': { top: tokens.spacingVerticalXS },
  },
});

/** Whose workspace this is, in which cloud, as of when; search and import. */
export function TitleBar({ workspace }: { readonly workspace: OpenWorkspace }) {
  const t = useT('window');
  const styles = useStyles();
  const [bar, width] = useWidth<HTMLElement>();
  const openImport = useView((view) => view.openImport);
  const restoreFocus = useRestoreFocusTarget();
  const problemText = useProblemText();
  const { profile, sample, asOf, protection } = workspace;
  const records = useT('records');
  const name = protection === 'none' ? records('inTheClear', { name: profile.partner.name }) : profile.partner.name;
  const roomy = width === 0 || width >= ROOMY;
  return (
    <header className={mergeClasses(styles.bar, !roomy && styles.tight)} ref={bar}>
      <a className={styles.skip} href="#list">
        {t('skipToList')}
      </a>
      <section aria-label={t('title.workspace')} className={styles.workspace}>
        <BuildingShopFilled aria-hidden="true" className={styles.icon} />
        <span className={styles.name} title={name}>
          {profile.partner.name}
        </span>
        <CloudBadge cloud={profile.cloud} />
        {sample && (
          <Tooltip content={t('title.sampleHint')} relationship="description" withArrow>
            <Badge appearance="tint" className={styles.badge} color="warning">
              {t('title.sample')}
            </Badge>
          </Tooltip>
        )}
      </section>
      <WindowSearch />
      <div className={styles.end}>
        <AsOf asOf={asOf} short={width > 0 && width < TIGHT} />
        <Button
          appearance="primary"
          aria-label={t('title.import')}
          className={styles.import}
          icon={<ArrowImportRegular />}
          disabledFocusable={workspace.readOnly !== null}
          onClick={openImport}
          title={workspace.readOnly === null ? t('title.importHint') : problemText(workspace.readOnly)}
          {...restoreFocus}
        >
          {roomy && t('title.import')}
        </Button>
      </div>
    </header>
  );
}

function CloudBadge({ cloud }: { readonly cloud: OpenWorkspace['profile']['cloud'] }) {
  const t = useT();
  const styles = useStyles();
  const name = t(`terms.cloud.${cloud}`);
  return (
    <Tooltip content={t('window.title.cloudHint', { cloud: name })} relationship="description" withArrow>
      <Badge appearance="tint" className={styles.badge} color="brand">
        {name}
      </Badge>
    </Tooltip>
  );
}

function AsOf({ asOf, short }: { readonly asOf: string | null; readonly short: boolean }) {
  const t = useT('window.title');
  const format = useFormat();
  const styles = useStyles();
  if (asOf === null) return <span className={styles.asOf}>{t('noFacts')}</span>;
  const when = format.relative(asOf);
  const whole = t('asOf', { when });
  return (
    <Tooltip content={t('asOfHint', { time: format.dateTime(asOf) })} relationship="description" withArrow>
      <time className={styles.asOf} dateTime={asOf}>
        {short && <span className={styles.unseen}>{whole}</span>}
        <span aria-hidden={short}>{short ? when : whole}</span>
      </time>
    </Tooltip>
  );
}
