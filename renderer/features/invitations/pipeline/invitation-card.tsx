import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { EditRegular, MoreHorizontalRegular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { useProfile } from '#renderer/app/partners.ts';
import { useView } from '#renderer/app/view.ts';
import { DotLine } from '#renderer/ui/dot-line.tsx';
import type { InvitationRow } from '#shared/contract/invitations.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { awaited, isDrafted } from './acts.ts';
import { InvitationFacts } from './invitation-facts.tsx';
import { InvitationSteps } from './invitation-steps.tsx';
import { NudgeBar } from './nudge-bar.tsx';
import { StatusIcon, StatusMark } from './status-mark.tsx';
import { useActs } from './use-acts.ts';

const useStyles = makeStyles({
  card: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    outlineOffset: '-2px',
  },
  selected: {
    borderTopColor: tokens.colorBrandStroke1,
    borderInlineEndColor: tokens.colorBrandStroke1,
    borderBottomColor: tokens.colorBrandStroke1,
    borderInlineStartColor: tokens.colorBrandStroke1,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandBackground}`,
  },
  ended: { backgroundColor: tokens.colorNeutralBackground2 },
  head: { display: 'flex', alignItems: 'flex-start', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  names: { flexGrow: 1, flexBasis: '200px', minWidth: 0 },
  to: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  line: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  acts: { display: 'flex', flexShrink: 0, columnGap: tokens.spacingHorizontalXS },
  button: { minWidth: 0 },
});

interface Props {
  readonly row: InvitationRow;
  readonly dossier: Dossier;
  readonly onMenu: (row: InvitationRow, beside: HTMLElement) => void;
}

/** One invitation in its customer's dossier: all that is known of it, and what can be done. */
export function InvitationCard({ row, dossier, onMenu }: Props) {
  const t = useT();
  const format = useFormat();
  const styles = useStyles();
  const { perform } = useActs();
  const us = useProfile()?.partner.tenantId;
  const selected = useView((view) => view.invitation === row.invitation.id);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (selected) card.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const { id, kind, status, to, file, createdAt } = row.invitation;
  const next = isDrafted(row) || (row.nudge && row.hint === null) ? null : awaited(row, us);
  return (
    <article
      aria-label={to}
      className={mergeClasses(
        styles.card,
        row.next.length === 0 && status !== 'accepted' && styles.ended,
        selected && styles.selected,
      )}
      data-invitation={id}
      ref={card}
      tabIndex={-1}
    >
      <div className={styles.head}>
        <div className={styles.names}>
          <h3 className={styles.to}>{to}</h3>
          <DotLine className={styles.line}>
            <StatusMark status={status} />
            {t('pipeline.detail.since', { days: row.age })}
            {t(`terms.invitationKind.${kind}`)}
            <span title={format.dateTime(createdAt)}>
              {t('dossier.invitations.prepared', { when: format.relative(createdAt) })}
            </span>
          </DotLine>
        </div>
        <div className={styles.acts}>
          {isDrafted(row) && (
            <Button
              aria-label={t('pipeline.actions.continueOf', { reference: id })}
              className={styles.button}
              icon={<EditRegular />}
              onClick={() => void perform({ act: 'continue' }, row)}
              size="small"
            >
              {t('pipeline.actions.continue')}
            </Button>
          )}
          {next !== null && (
            <Button
              className={styles.button}
              icon={<StatusIcon status={next} />}
              onClick={() => void perform({ act: 'mark', status: next }, row)}
              size="small"
            >
              {t(`pipeline.actions.mark.${next}`)}
            </Button>
          )}
          {file !== null && (
            <Button
              aria-label={t('dossier.invitations.openOf', { to })}
              className={styles.button}
              onClick={() => void perform({ act: 'openDraft' }, row)}
              size="small"
            >
              {t('dossier.invitations.open')}
            </Button>
          )}
          <Button
            appearance="subtle"
            aria-haspopup="menu"
            aria-label={t('pipeline.actions.of', { reference: id })}
            icon={<MoreHorizontalRegular />}
            onClick={(event) => onMenu(row, event.currentTarget)}
            size="small"
          />
        </div>
      </div>
      <NudgeBar onMenu={onMenu} row={row} us={us} />
      <InvitationFacts dossier={dossier} row={row} us={us} />
      <section aria-label={t('pipeline.detail.steps')}>
        <InvitationSteps dossier={dossier} invitation={row.invitation} />
      </section>
    </article>
  );
}
