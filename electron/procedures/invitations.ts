import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readRecipient } from '#electron/invitations/address.ts';
import { draftFileName, writeDraft } from '#electron/invitations/draft.ts';
import { type GdapTerms, gdapTerms } from '#electron/invitations/gdap-terms.ts';
import { knownLinkHosts, readInvitationLink } from '#electron/invitations/link.ts';
import { composeInvitation } from '#electron/invitations/template.ts';
import { codeOf, writeDurably } from '#electron/records/durable-file.ts';
import type { Records } from '#electron/records/records.ts';
import type { InvitationDraft } from '#shared/contract/invitations.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { InvitationId } from '#shared/model/ids.ts';
import type { Invitation, InvitationKind } from '#shared/model/invitation.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { type Implementer, inTurn, type Open, openWorkspace } from './session.ts';

/** Everything about an invitation that is settled before it is written. */
interface Prepared {
  readonly dossier: Dossier;
  readonly kind: InvitationKind;
  readonly link: string;
  readonly to: string;
  readonly mail: { subject: string; text: string; html: string };
}

export const invitations = (on: Implementer) =>
  on.invitations.router({
    hosts: on.invitations.hosts.handler(({ context }) => [
      ...knownLinkHosts(openWorkspace(context.session).records.profile.cloud),
    ]),

    eligibility: on.invitations.eligibility.handler(({ context, input }) => {
      const { capabilities, directory } = openWorkspace(context.session);
      return capabilities.invite(directory.dossier(input.customer), 'reseller');
    }),

    readLink: on.invitations.readLink.handler(({ context, input }) => {
      const { cloud } = openWorkspace(context.session).records.profile;
      return readInvitationLink(input.link.trim(), cloud, knownLinkHosts(cloud));
    }),

    preview: on.invitations.preview.handler(({ context, input }) => {
      const { kind, mail } = prepare(openWorkspace(context.session), input, '—');
      return { kind, ...mail };
    }),

    export: on.invitations.export.handler(({ context: { session }, input }) =>
      inTurn(session, async () => {
        const workspace = openWorkspace(session);
        const { now, records, staff } = workspace;
        const reference = referenceOf(now, session.options.newId());
        const { dossier, kind, link, mail, to } = prepare(workspace, input, reference);
        const path = join(session.options.draftsFolder, draftFileName(dossier.name.value, reference));
        await putDraft(path, await writeDraft({ to, ...mail, reference, language: input.language, date: now }));
        const at = now.toISOString();
        const invitation: Invitation = {
          id: InvitationId.parse(reference),
          kind,
          link,
          createdBy: records.profile.partner.tenantId,
          to,
          language: input.language,
          status: 'exported',
          author: staff,
          file: path,
          createdAt: at,
          history: [{ status: 'exported', at, by: staff }],
        };
        await records.save([withInvitation(dossier, invitation)]).catch(async (error: unknown) => {
          await rm(path, { force: true });
          throw error;
        });
        return { invitation, path };
      }),
    ),

    open: on.invitations.open.handler(async ({ context: { session }, input }) => {
      const { directory } = openWorkspace(session);
      const found = directory.dossier(input.customer).invitations.find(({ id }) => id === input.invitation);
      if (!found) throw new ProblemError('not-found', 'invitationUnknown', { invitation: input.invitation });
      if (!found.file) throw new ProblemError('refused', 'invitationNotExported', { invitation: found.id });
      return { opened: await session.options.openPath(found.file) };
    }),
  });

/** Checks everything and composes the mail; touches nothing. */
function prepare(workspace: Open, draft: InvitationDraft, reference: string): Prepared {
  const { capabilities, directory, records, staff } = workspace;
  const { cloud, partner } = records.profile;
  const dossier = directory.dossier(draft.customer);
  const link = draft.link.trim();
  // A link that does not tell its kind is taken for the reseller invitation: no source shows the 21Vianet form.
  const kind = readInvitationLink(link, cloud, knownLinkHosts(cloud)).kind ?? 'reseller';
  const { context } = capabilities.invite(dossier, kind);
  if (context.outcome !== 'allow') {
    throw new ProblemError('refused', context.outcome === 'deny' ? 'notAllowed' : 'cannotTell', { rule: context.rule });
  }
  if (kind === 'gdap') checkRelationship(records, dossier, link);
  const to = readRecipient(draft.to);
  const gdap = kind === 'gdap' ? termsOf(dossier, link) : undefined;
  const mail = composeInvitation({
    kind,
    cloud,
    language: draft.language,
    link,
    customerName: dossier.name.value,
    partner: { name: partner.name, mpnId: partner.mpnId ?? null },
    author: staff,
    reference,
    ...(gdap ? { gdap } : {}),
  });
  return { dossier, kind, link, to, mail };
}

/** A GDAP link belongs to one relationship of one customer, and serves until it is accepted (R07). */
function checkRelationship(records: Records, dossier: Dossier, link: string): void {
  for (const owner of records.dossiers()) {
    for (const { id, status } of owner.delegations) {
      if (!link.includes(id)) continue;
      if (owner.id !== dossier.id) {
        throw new ProblemError('refused', 'linkOfAnotherCustomer', { customer: owner.name.value });
      }
      if (status !== 'created' && status !== 'approvalPending') {
        throw new ProblemError('refused', 'notAllowed', { rule: 'R07' });
      }
    }
  }
}

/** What the relationship that a GDAP link names would grant, as far as the dossier knows it. */
function termsOf(dossier: Dossier, link: string): GdapTerms | undefined {
  const named = dossier.delegations.find(({ id, kind }) => kind === 'gdap' && link.includes(id));
  return named && gdapTerms(named);
}

async function putDraft(path: string, draft: Uint8Array): Promise<void> {
  try {
    await writeDurably(path, draft);
  } catch (error) {
    throw new ProblemError('refused', 'invitationUnwritable', { file: path, reason: codeOf(error) ?? String(error) });
  }
}

/** Short enough to read out on the telephone: the day and the head of a random id. */
function referenceOf(now: Date, id: string): string {
  return `INV-${now.toISOString().slice(0, 10).replaceAll('-', '')}-${id.replaceAll('-', '').slice(0, 6).toUpperCase()}`;
}

function withInvitation(dossier: Dossier, invitation: Invitation): Dossier {
  const { author, createdAt, id } = invitation;
  return {
    ...dossier,
    invitations: [...dossier.invitations, invitation],
    history: [
      ...dossier.history,
      { at: createdAt, by: author, event: 'invitation-exported', source: null, subjects: [`invitation:${id}`] },
    ],
  };
}
