import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalSNudge,
    verticalAlign: 'middle',
  },
  swatch: {
    flexShrink: 0,
    width: '8px',
    height: '8px',
    borderRadius: tokens.borderRadiusSmall,
    '@media (forced-colors: active)': { display: 'none' },
  },
  name: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** The short name of a link with a colour made from it, so that equal links are seen at a glance. */
export function LinkMark({ fingerprint }: { readonly fingerprint: string }) {
  const styles = useStyles();
  const hue = Number.parseInt(fingerprint.slice(0, 4), 16) % 360;
  return (
    <span className={styles.root}>
      <span
        aria-hidden="true"
        className={styles.swatch}
        style={{ backgroundColor: `oklch(0.66 0.14 ${Number.isNaN(hue) ? 0 : hue})` }}
      />
      <span className={styles.name}>{fingerprint}</span>
    </span>
  );
}
