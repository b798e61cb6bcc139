import { InvitationAnswers } from '#electron/invitations/answers.ts';
import { type Implementer, openWorkspace } from '#electron/procedures/session.ts';
import type { InvitationFlow } from '#shared/contract/invitations.ts';
import { tenantIds } from '#shared/model/partner.ts';
import { answerOnReceived } from './draft-link.ts';

/** The ways of inviting a customer that exist for a partner like ours, each with the policy's answer; the closed ones too. */
export const flows = (on: Implementer) =>
  on.invitations.flows.handler(({ context: { session }, input }) => {
    const workspace = openWorkspace(session);
    const { capabilities, directory, now, records } = workspace;
    const { profile } = records;
    const dossier = directory.dossier(input.customer);
    const found: InvitationFlow[] = [
      { flow: 'create', received: null, answer: capabilities.invite(dossier, 'reseller') },
      { flow: 'gdap', received: null, answer: capabilities.invite(dossier, 'gdap') },
    ];
    const hasProviders = (tenantIds(profile.providers) ?? []).length > 0;
    if (hasProviders || profile.programs.includes('indirect-reseller')) {
      const answer = new InvitationAnswers(profile, now).request(dossier.id);
      found.push({ flow: 'ask-provider', received: null, answer });
    }
    for (const received of records.surroundings().receivedLinks) {
      found.push({ flow: 'forward', received: received.id, answer: answerOnReceived(workspace, received) });
    }
    return found;
  });
