import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  ArrowSwapRegular,
  CheckmarkCircleRegular,
  ClockDismissRegular,
  DocumentArrowUpRegular,
  type FluentIcon,
  MailArrowForwardRegular,
  MailEditRegular,
  ProhibitedRegular,
  QuestionCircleRegular,
  SendRegular,
} from '@fluentui/react-icons';
import { useT } from '#renderer/app/i18n.tsx';
import { UNSEEN } from '#renderer/ui/unseen.ts';
import type { InvitationRow } from '#shared/contract/invitations.ts';
import type { InvitationStatus } from '#shared/model/invitation.ts';

const useStyles = makeStyles({
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    minWidth: 0,
    verticalAlign: 'middle',
  },
  word: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase400, color: tokens.colorNeutralForeground3 },
  accepted: { color: tokens.colorStatusSuccessForeground1 },
  hint: { color: tokens.colorStatusWarningForeground2 },
  unseen: UNSEEN,
  underway: { color: tokens.colorBrandForeground1 },
});

const ICONS: Record<InvitationStatus, FluentIcon> = {
  drafted: MailEditRegular,
  exported: DocumentArrowUpRegular,
  sent: SendRegular,
  forwarded: MailArrowForwardRegular,
  accepted: CheckmarkCircleRegular,
  superseded: ArrowSwapRegular,
  stale: ClockDismissRegular,
  withdrawn: ProhibitedRegular,
};

/** The icon of a status alone, for beside a text that tells it. */
export function StatusIcon({ status }: { readonly status: InvitationStatus }) {
  const styles = useStyles();
  const Icon = ICONS[status];
  return (
    <Icon
      aria-hidden="true"
      className={mergeClasses(
        styles.icon,
        status === 'accepted' && styles.accepted,
        (status === 'sent' || status === 'forwarded') && styles.underway,
      )}
    />
  );
}

/** Marks an invitation that staff should look at, for it may have been accepted; nothing where none may. */
export function HintMark({ row: { hint } }: { readonly row: InvitationRow }) {
  const t = useT('pipeline.hint');
  const styles = useStyles();
  if (hint === null) return null;
  return (
    <>
      <QuestionCircleRegular aria-hidden="true" className={mergeClasses(styles.icon, styles.hint)} />
      <span className={styles.unseen}>{t('mark')}</span>
    </>
  );
}

/** What became of an invitation, as icon and word. */
export function StatusMark({ status }: { readonly status: InvitationStatus }) {
  const t = useT('terms.invitationStatus');
  const styles = useStyles();
  return (
    <span className={styles.mark}>
      <StatusIcon status={status} />
      <span className={styles.word}>{t(status)}</span>
    </span>
  );
}
