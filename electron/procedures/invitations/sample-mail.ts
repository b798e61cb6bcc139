import type { GdapTerms } from '#electron/invitations/gdap-terms.ts';
import { type ComposedMail, composeInvitation } from '#electron/invitations/template.ts';
import { checkWords, type Words } from '#electron/invitations/words.ts';
import { DIRECTORY_ROLE } from '#electron/policy/index.ts';
import { openWorkspace, type Session } from '#electron/procedures/session.ts';
import { RoleDefinitionId } from '#shared/model/ids.ts';
import type { InvitationKind, Language } from '#shared/model/invitation.ts';
import { linkHosts } from './link-hosts.ts';
import { UNWRITTEN } from './prepare.ts';

/** What a request might ask for, so that every variable has something to stand for. */
const TERMS: GdapTerms = {
  durationDays: 365,
  autoExtend: true,
  roles: [DIRECTORY_ROLE.licenseAdministrator, DIRECTORY_ROLE.serviceSupportAdministrator].map((id) =>
    RoleDefinitionId.parse(id),
  ),
};

/**
 * The mail that words would make, to an invented customer and with a link that leads nowhere: what a template is looked
 * at with, whomever we may invite.
 *
 * @throws ProblemError `bad-input`, key `words…`, where the words will not do
 */
export function sampleMail(
  session: Session,
  { kind, language, ...words }: Words & { readonly kind: InvitationKind; readonly language: Language },
): ComposedMail {
  const hosts = linkHosts(session);
  checkWords(words, kind, hosts);
  const { records, staff } = openWorkspace(session);
  const { cloud, partner } = records.profile;
  return composeInvitation({
    kind,
    cloud,
    language,
    link: `https://${hosts[0] ?? 'invalid'}/…`,
    customerName: 'Contoso',
    domain: 'contoso.example',
    partner: { name: partner.name, mpnId: partner.mpnId ?? null },
    author: staff,
    reference: UNWRITTEN,
    words,
    gdap: TERMS,
  });
}
