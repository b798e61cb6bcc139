import type { RuleSource } from '#shared/model/policy.ts';

const source = (title: string, url: string | null, date: string | null): RuleSource => ({ title, url, date });

/** "Partner Center operated by 21Vianet" pages, as of their last edition. */
const china = (title: string, slug: string): RuleSource =>
  source(title, `https://msdn.microsoft.com/partner-china/${slug}`, '2018-10-29');

/** Global Partner Center pages. */
const global = (title: string, slug: string): RuleSource =>
  source(title, `https://learn.microsoft.com/partner-center/${slug}`, '2023-10');

/** Microsoft Graph v1.0 reference pages. */
const graph = (title: string, slug: string): RuleSource =>
  source(title, `https://learn.microsoft.com/graph/api/${slug}`, null);

/** The pages that the rules rest on. The English text is normative: the machine translations change rules. */
export const SOURCE = {
  multichannelChina: china('Multichannel (21Vianet)', 'multichannel'),
  multipartnerChina: china('Multipartner (21Vianet)', 'multipartner'),
  requestRelationshipChina: china(
    'Request a relationship with a customer (21Vianet)',
    'request-a-relationship-with-a-customer',
  ),
  staffChina: china('Create user accounts and set permissions (21Vianet)', 'create-user-accounts-and-set-permissions'),
  addLicensesChina: china(
    'Add licenses or services to an existing subscription (21Vianet)',
    'add-licenses-or-services-to-an-existing-subscription',
  ),
  multichannelGlobal: global('Multichannel', 'multichannel'),
  indirectResellerTasks: global(
    'Indirect reseller tasks in Partner Center',
    'indirect-reseller-tasks-in-partner-center',
  ),
  apiGetStarted: global('Partner Center REST: get started', 'developer/get-started'),
  gdapFaq: global('GDAP frequently asked questions', 'gdap-faq'),
  gdapApproval: source(
    'GDAP customer approval',
    'https://learn.microsoft.com/partner-center/gdap-customer-approval',
    '2026-04',
  ),
  revokePrivileges: global('Customers revoke admin privileges', 'customers-revoke-admin-privileges'),
  removeRelationship: global('Remove a relationship', 'remove-a-relationship'),
  removeRelationshipNewer: source(
    'Remove a relationship (newer copy)',
    'https://learn.microsoft.com/partner-center/remove-a-relationship',
    null,
  ),
  advisorsNoCsp: global('Advisors without CSP', 'advisors-no-csp'),
  advisorPartner: source('Microsoft 365 admin: add, change or delete a subscription advisor partner', null, null),
  graphCreate: graph('Create delegatedAdminRelationship', 'tenantrelationship-post-delegatedadminrelationships'),
  graphRequest: graph('delegatedAdminRelationshipRequest', 'delegatedadminrelationshiprequest'),
  graphUpdate: graph('Update delegatedAdminRelationship', 'delegatedadminrelationship-update'),
  graphPostRequests: graph('Create requests', 'delegatedadminrelationship-post-requests'),
  distributorKnowledge: source('Distributor knowledge base: GDAP auto-extend', null, null),
} as const;
