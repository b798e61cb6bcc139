import { makeStyles, tokens } from '@fluentui/react-components';
import { CloudDismissRegular } from '@fluentui/react-icons';
import { useT } from '#renderer/app/i18n.tsx';
import { UNSEEN } from '#renderer/ui/unseen.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    minWidth: 0,
    color: tokens.colorNeutralForeground3,
  },
  name: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase400 },
  unseen: UNSEEN,
});

/** A name in a list; muted and marked where a source no longer lists what it names. */
export function GoneName({ name, since }: { readonly name: string; readonly since: string | null }) {
  const t = useT('sync.gone');
  const styles = useStyles();
  if (since === null) return name;
  return (
    <span className={styles.root}>
      <CloudDismissRegular aria-hidden="true" className={styles.icon} />
      <span className={styles.name}>{name}</span>
      <span className={styles.unseen}>{t('short')}</span>
    </span>
  );
}
