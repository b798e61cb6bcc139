import { useMemo } from 'react';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { useSourceName } from '#renderer/app/source-name.ts';
import { useProvenanceLine } from '#renderer/ui/provenance.tsx';
import type { InvitationRow } from '#shared/contract/invitations.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { InvitationStep } from '#shared/model/invitation.ts';

/** The step by which it was accepted; `undefined` while it is not. */
export function acceptance({ invitation: { history, status } }: InvitationRow): InvitationStep | undefined {
  return status === 'accepted' ? history.filter((step) => step.status === 'accepted').at(-1) : undefined;
}

/** What is said of an invitation in more places than one. */
export function useInvitationWords() {
  const t = useT('pipeline');
  const format = useFormat();
  const sourceName = useSourceName();
  const provenanceLine = useProvenanceLine();
  return useMemo(() => {
    /** Why it needs a nudge: "Sent 16 days ago and not accepted yet."; `null` where it needs none. */
    const nudge = ({ age, invitation: { status }, nudge: needed }: InvitationRow): string | null => {
      if (!needed) return null;
      const known = status === 'exported' || status === 'sent' || status === 'forwarded' ? status : 'other';
      return t(`nudge.${known}`, { days: age });
    };
    /** What staff should know although it shows nothing by itself; `null` where there is nothing. */
    const hint = ({ hint: known }: InvitationRow): string | null => (known === null ? null : t(`hint.${known}`));
    /** The one line that a place with little room says of it: what to know goes before whom to ask. */
    const attention = (row: InvitationRow): string | null => hint(row) ?? nudge(row);
    /** The fact that shows the acceptance, or who said so without one. */
    const evidence = ({ evidence: shown, by }: InvitationStep, dossier?: Dossier): string => {
      if (shown === null) return t('evidence.staff', { who: by });
      if (shown.fact === 'reseller-relationship') {
        if (shown.absentAsOf === null || shown.absentSource === null) return t('evidence.reseller-relationship');
        return t('evidence.resellerSince', {
          absent: format.date(shown.absentAsOf),
          source: sourceName(shown.absentSource),
          there: format.date(shown.provenance.asOf),
        });
      }
      const name = dossier?.delegations.find(({ id }) => id === shown.delegation)?.name;
      return name ? t('evidence.gdap-active', { name }) : t('evidence.gdapActiveUnnamed');
    };
    /** The same with how, whence and since when we know it, for a tooltip. */
    const evidenceLine = (step: InvitationStep): string =>
      [evidence(step), ...(step.evidence === null ? [] : [provenanceLine(step.evidence.provenance)])].join('\n');
    return { nudge, hint, attention, evidence, evidenceLine };
  }, [t, format, sourceName, provenanceLine]);
}
