import { basename, join } from 'node:path';
import { InvitationAnswers } from '#electron/invitations/answers.ts';
import { writeDraft } from '#electron/invitations/draft.ts';
import { handOffFileNames } from '#electron/invitations/file-name.ts';
import { writeHandOff } from '#electron/invitations/hand-off.ts';
import { composeHandingOver } from '#electron/invitations/handing-over.ts';
import { oneLine } from '#electron/invitations/plain-text.ts';
import { newReferences } from '#electron/invitations/reference.ts';
import { ensureSigningKey, fingerprintOf, type SigningKey, signingKey } from '#electron/invitations/signature.ts';
import { type Implementer, inTurn, type Open, openWorkspace } from '#electron/procedures/session.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { HAND_OFF_MEDIA_TYPE } from '#shared/model/hand-off.ts';
import type { TenantId } from '#shared/model/ids.ts';
import type { HandOver } from '#shared/model/invitation.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { type DraftLink, draftLink, insist, linkObstacle, refusal } from './draft-link.ts';
import { partnerName } from './partner-name.ts';
import { orRemove, put } from './write-draft.ts';

/** Links of ours in the hands of our own resellers: a signed file for each, and a mail that carries it. */
export const handOver = (on: Implementer) => ({
  list: on.invitations.handOver.list.handler(({ context: { session } }) => [
    ...openWorkspace(session).records.surroundings().handOvers,
  ]),

  key: on.invitations.handOver.key.handler(async ({ context: { session } }) => {
    const key = await signingKey(openWorkspace(session).records);
    return { fingerprint: key ? fingerprintOf(key.publicKey) : null };
  }),

  write: on.invitations.handOver.write.handler(({ context: { session }, input }) =>
    inTurn(session, async () => {
      const workspace = openWorkspace(session);
      const { directory, records } = workspace;
      const link = draftLink(session, { link: input.link });
      const customer = input.customer === undefined ? null : directory.dossier(input.customer);
      const resellers = [...new Set(input.resellers)];
      for (const reseller of resellers) permit(workspace, link, reseller);
      const meantFor = customer ?? link.owner?.customer;
      if (meantFor) insist(linkObstacle(workspace, meantFor, link));
      const key = await ensureSigningKey(records);
      const paths: string[] = [];
      return await orRemove(paths, async () => {
        const around = records.surroundings();
        const nextReference = newReferences(workspace.now, session.options.newId, around.handOvers);
        const made: HandOver[] = [];
        for (const audience of resellers) {
          const id = nextReference();
          const names = handOffFileNames(id, partnerName(records, audience) ?? audience);
          const one: HandOver & { mail: string } = {
            id,
            kind: link.kind,
            link: link.link,
            audience,
            language: input.language,
            customer: customer?.id ?? null,
            at: workspace.now.toISOString(),
            by: workspace.staff,
            file: join(session.options.draftsFolder, names.file),
            mail: join(session.options.draftsFolder, names.mail),
          };
          paths.push(one.file, one.mail);
          await writeOne(one, customer, key, workspace);
          made.push(one);
        }
        await records.saveSurroundings({ ...around, handOvers: [...around.handOvers, ...made] });
        return made;
      });
    }),
  ),
});

/** Goes on where the policy lets us send our link to this reseller (R02); otherwise a problem names it and the rule. */
function permit({ now, records }: Open, { kind }: DraftLink, reseller: TenantId): void {
  const problem = refusal(new InvitationAnswers(records.profile, now).handOver(kind, reseller));
  if (!problem) return;
  const key = problem.key === 'notAllowed' ? 'resellerNotAllowed' : 'resellerCannotTell';
  throw new ProblemError('refused', key, { ...problem.values, reseller: partnerName(records, reseller) ?? reseller });
}

/** The hand-off file, and the mail that carries it. */
async function writeOne(
  { audience, file, id, kind, language, link, mail }: HandOver & { readonly mail: string },
  customer: Dossier | null,
  key: SigningKey,
  { now, records, staff }: Open,
): Promise<void> {
  const { cloud, partner } = records.profile;
  const reseller = partnerName(records, audience);
  const content = writeHandOff(
    {
      createdAt: now.toISOString(),
      createdBy: { tenantId: partner.tenantId, name: named(partner.name), mpnId: partner.mpnId ?? null },
      audience: { tenantId: audience, name: reseller === null ? null : named(reseller) },
      customer: customer && {
        id: customer.id,
        name: named(customer.name.value),
        domain: customer.domain?.value ?? null,
      },
      cloud,
      kind,
      link,
      language,
      reference: id,
    },
    key,
  );
  await put(file, content);
  const words = { kind, language, partner: partner.name, reseller, customer: customer?.name.value ?? null };
  const composed = composeHandingOver({ ...words, author: staff, reference: id });
  const attachments = [{ name: basename(file), type: HAND_OFF_MEDIA_TYPE, content }];
  await put(mail, await writeDraft({ to: null, ...composed, reference: id, language, date: now, attachments }));
}

/** A name as a hand-off file has it: on one line, and no longer than the file allows. */
const named = (name: string): string => [...oneLine(name)].slice(0, 150).join('') || '?';
