import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AlertUrgentRegular } from '@fluentui/react-icons';
import { useT } from '#renderer/app/i18n.tsx';
import { UNSEEN } from '#renderer/ui/unseen.ts';
import type { InvitationRow } from '#shared/contract/invitations.ts';

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    whiteSpace: 'nowrap',
    verticalAlign: 'middle',
  },
  nudge: { color: tokens.colorStatusWarningForeground2, fontWeight: tokens.fontWeightSemibold },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase400 },
  unseen: UNSEEN,
});

/** How long ago its last step was; marked where that is too long. */
export function AgeMark({ row: { age, nudge } }: { readonly row: InvitationRow }) {
  const t = useT('pipeline');
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.root, nudge && styles.nudge)}>
      {t('age', { days: age })}
      {nudge && (
        <>
          <AlertUrgentRegular aria-hidden="true" className={styles.icon} />
          <span className={styles.unseen}>{t('nudge.mark')}</span>
        </>
      )}
    </span>
  );
}
