import { makeStyles, mergeClasses, Tooltip, tokens } from '@fluentui/react-components';
import type { FluentIcon } from '@fluentui/react-icons';

const useStyles = makeStyles({
  item: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    position: 'relative',
    width: '100%',
    height: '36px',
    boxSizing: 'border-box',
    padding: `0 ${tokens.spacingHorizontalMNudge}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    background: 'none',
    font: 'inherit',
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorNeutralForeground2,
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover, color: tokens.colorNeutralForeground1 },
    ':active': { backgroundColor: tokens.colorSubtleBackgroundPressed },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    boxShadow: tokens.shadow2,
    '@media (forced-colors: active)': { outline: `${tokens.strokeWidthThick} solid Highlight` },
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    '::before': {
      content: '""',
      position: 'absolute',
      insetInlineStart: 0,
      insetBlock: '9px',
      width: '3px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorCompoundBrandBackground,
    },
  },
  icon: { fontSize: '20px', flexShrink: 0 },
  currentIcon: { color: tokens.colorCompoundBrandForeground1 },
  label: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

interface Props {
  readonly label: string;
  readonly Icon: FluentIcon;
  readonly current: boolean;
  /** Icon alone; the label is then a tooltip. */
  readonly narrow: boolean;
  readonly onOpen: () => void;
}

/** One page in the navigation. */
export function NavigationItem({ label, Icon, current, narrow, onOpen }: Props) {
  const styles = useStyles();
  const button = (
    <button
      aria-current={current ? 'page' : undefined}
      className={mergeClasses(styles.item, current && styles.current)}
      onClick={onOpen}
      type="button"
    >
      <Icon aria-hidden="true" className={mergeClasses(styles.icon, current && styles.currentIcon)} filled={current} />
      {!narrow && <span className={styles.label}>{label}</span>}
    </button>
  );
  if (!narrow) return button;
  return (
    <Tooltip content={label} positioning="after" relationship="label" withArrow>
      {button}
    </Tooltip>
  );
}
