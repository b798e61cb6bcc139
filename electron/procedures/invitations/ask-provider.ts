import { join } from 'node:path';
import { readRecipient } from '#electron/invitations/address.ts';
import { InvitationAnswers } from '#electron/invitations/answers.ts';
import { composeAsking } from '#electron/invitations/asking.ts';
import { draftFileName, writeDraft } from '#electron/invitations/draft.ts';
import { type Implementer, inTurn, openWorkspace } from '#electron/procedures/session.ts';
import type { Records } from '#electron/records/records.ts';
import type { HistoryEntry } from '#shared/model/dossier.ts';
import type { TenantId } from '#shared/model/ids.ts';
import { tenantIds } from '#shared/model/partner.ts';
import type { Capability } from '#shared/model/policy.ts';
import type { Problem } from '#shared/model/problem.ts';
import { insist, refusal } from './draft-link.ts';
import { partnerName } from './partner-name.ts';
import { freshReference } from './prepare.ts';
import { orRemove, put } from './write-draft.ts';

/**
 * The default deny (R00) in words: no rule allows what R31 does not, so its sentence would not say what to do. `null`
 * for any other answer, which a rule of its own explains.
 */
function whyNot(records: Records, provider: TenantId, { context }: Capability): Problem | null {
  const { rule } = context;
  if (rule !== 'R00') return null;
  const { partner, programs, providers } = records.profile;
  const because = (key: string, values: Problem['values']): Problem => ({ kind: 'refused', key, values });
  if (!programs.includes('indirect-reseller')) return because('askNoReseller', { us: partner.name, rule });
  const ours = tenantIds(providers) ?? [];
  if (ours.length === 0) return because('askNoProvider', { us: partner.name, rule });
  const known = ours.map((id) => partnerName(records, id) ?? id).join(', ');
  return because('askStranger', { provider: partnerName(records, provider) ?? provider, known, rule });
}

/** The mail that asks one of our providers for an invitation link, as a draft on disk and a line in the dossier's history. */
export const askProvider = (on: Implementer) =>
  on.invitations.askProvider.handler(({ context: { session }, input: { customer, language, provider, to } }) =>
    inTurn(session, async () => {
      const workspace = openWorkspace(session);
      const { directory, now, records, staff } = workspace;
      const { cloud, partner } = records.profile;
      const dossier = directory.dossier(customer);
      const answer = new InvitationAnswers(records.profile, now).request(dossier.id, provider);
      insist(whyNot(records, provider, answer) ?? refusal(answer));
      const recipient = readRecipient(to);
      const reference = freshReference(session, workspace);
      const mail = composeAsking({
        cloud,
        language,
        provider: { name: partnerName(records, provider) },
        partner: { tenantId: partner.tenantId, name: partner.name, mpnId: partner.mpnId ?? null },
        customer: { id: dossier.id, name: dossier.name.value, domain: dossier.domain?.value ?? null },
        author: staff,
        reference,
      });
      const path = join(session.options.draftsFolder, draftFileName(dossier.name.value, reference));
      await put(path, await writeDraft({ to: recipient, ...mail, reference, language, date: now }));
      const asked: HistoryEntry = {
        at: now.toISOString(),
        by: staff,
        event: 'invitation-requested',
        source: null,
        subjects: [`partner:${provider}`, `reference:${reference}`],
      };
      await orRemove([path], () => records.save([{ ...dossier, history: [...dossier.history, asked] }]));
      return { path };
    }),
  );
