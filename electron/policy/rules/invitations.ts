import {
  askedByStaff,
  BY_GLOBAL_ADMIN,
  BY_RELATIONSHIP_ADMIN,
  type Condition,
  IS_ONLY_RESELLER,
  invitationOf,
  isAdvisor,
  isAmong,
  isGdapKind,
  isNotInCsp,
  isProvider,
  isReseller,
  isResellerKind,
  isUs,
  type Question,
  staffOf,
  TRANSACTING,
  transacts,
} from '#electron/policy/question.ts';
import { BOTH, type Rule } from '#electron/policy/rule.ts';
import { SOURCE } from '#electron/policy/sources.ts';
import { known } from '#electron/policy/truth.ts';

const REQUEST_FROM_PROVIDER = { action: 'invitation.request', by: 'our-staff' } as const;

/** Where an invitation goes: said by the act, else the reseller it was made for, else the customer. */
const recipientOf = (question: Question): string =>
  question.action.properties.to ?? invitationOf(question).audience ?? 'customer';

const goesToReseller: Condition = (question) => recipientOf(question) !== 'customer';

const isOneOfOurResellers: Condition = (question) =>
  known(staffOf(question)?.resellers, 'subject.properties.resellers', (ours) => ours.includes(recipientOf(question)));

const isCreatedByUs: Condition = (question) =>
  isUs(question, invitationOf(question).createdBy, 'resource.properties.createdBy');

const isCreatedByOwnProvider: Condition = (question) =>
  isAmong(question, 'providers', invitationOf(question).createdBy, 'resource.properties.createdBy');

/** Made for nobody in particular, or for us. */
const isMadeForUs: Condition = (question) => {
  const { audience } = invitationOf(question);
  return audience ? isUs(question, audience, 'resource.properties.audience') : true;
};

const isNotThroughApi: Condition = ({ action }) => action.properties.channel !== 'api';

const namesOwnProvider: Condition = (question) => {
  const { provider } = question.action.properties;
  return provider ? isAmong(question, 'providers', provider, 'action.properties.provider') : false;
};

/** The provider that it asks is ours; where it names none, we must have one. */
const asksOwnProvider: Condition = (question) =>
  question.action.properties.provider
    ? namesOwnProvider(question)
    : known(staffOf(question)?.providers, 'subject.properties.providers', (ours) => ours.length > 0);

const isEditingLink: Condition = ({ action }) => action.name === 'invitation.edit-link';

/** `null` says that nobody has accepted yet; only an absent property is unknown. */
const isUnaccepted: Condition = (question) => {
  const { acceptedBy } = invitationOf(question);
  return acceptedBy === undefined ? ['resource.properties.acceptedBy'] : acceptedBy === null;
};

/** Who may create, send, forward, reuse, edit and accept invitations. */
export const invitationRules: readonly Rule[] = [
  {
    id: 'R01',
    clouds: BOTH,
    sources: [SOURCE.multichannelChina, SOURCE.requestRelationshipChina],
    actions: ['invitation.create'],
    programs: TRANSACTING,
    clauses: [{ says: 'allow', when: [isResellerKind, transacts], link: 'program' }],
  },
  {
    id: 'R02',
    clouds: BOTH,
    sources: [SOURCE.multichannelChina],
    actions: ['invitation.send'],
    clauses: [
      {
        says: 'require',
        within: [askedByStaff, goesToReseller],
        needs: [isProvider, isOneOfOurResellers].map((holds) => ({
          holds,
          link: 'relationship',
          remedies: [{ action: 'reseller.add', by: 'our-staff' }],
        })),
        allows: false,
      },
      { says: 'allow', when: [askedByStaff, isCreatedByUs], link: 'invitation' },
    ],
  },
  {
    id: 'R03',
    clouds: ['21vianet'],
    sources: [SOURCE.multichannelChina],
    actions: ['invitation.create'],
    programs: ['indirect-reseller'],
    clauses: [
      { says: 'deny', when: [isResellerKind, ...IS_ONLY_RESELLER], link: 'program', remedies: [REQUEST_FROM_PROVIDER] },
    ],
  },
  {
    id: 'R04',
    clouds: ['global'],
    sources: [SOURCE.indirectResellerTasks, SOURCE.apiGetStarted],
    actions: ['invitation.create'],
    programs: ['indirect-reseller'],
    clauses: [
      {
        says: 'require',
        within: [isResellerKind, ...IS_ONLY_RESELLER],
        link: 'program',
        needs: [
          {
            holds: isNotThroughApi,
            link: 'invitation',
            remedies: [{ action: 'portal.use', by: 'our-staff' }],
          },
          {
            holds: namesOwnProvider,
            link: 'relationship',
            remedies: [{ action: 'provider.name', by: 'our-staff' }],
          },
        ],
        allows: true,
      },
    ],
  },
  {
    id: 'R05',
    clouds: BOTH,
    sources: [SOURCE.multichannelChina],
    actions: ['invitation.forward'],
    programs: ['indirect-reseller'],
    clauses: [
      {
        says: 'require',
        within: [isReseller],
        link: 'program',
        needs: [
          { holds: isCreatedByOwnProvider, link: 'invitation', remedies: [REQUEST_FROM_PROVIDER] },
          { holds: isMadeForUs, link: 'invitation', remedies: [REQUEST_FROM_PROVIDER] },
        ],
        allows: true,
      },
    ],
  },
  {
    id: 'R06',
    clouds: BOTH,
    sources: [SOURCE.requestRelationshipChina],
    actions: ['invitation.edit-text', 'invitation.edit-link'],
    clauses: [
      { says: 'deny', when: [isEditingLink], link: 'invitation' },
      { says: 'allow', when: [], link: 'invitation' },
    ],
  },
  {
    id: 'R07',
    clouds: BOTH,
    sources: [SOURCE.requestRelationshipChina, SOURCE.gdapFaq],
    actions: ['invitation.reuse'],
    clauses: [
      { says: 'allow', when: [isResellerKind], link: 'invitation' },
      {
        says: 'require',
        within: [isGdapKind],
        needs: [
          {
            holds: isUnaccepted,
            link: 'invitation',
            remedies: [{ action: 'delegation.request', kind: 'gdap', by: 'our-staff' }],
          },
        ],
        allows: true,
      },
    ],
  },
  {
    id: 'R09',
    clouds: BOTH,
    sources: [SOURCE.revokePrivileges],
    actions: ['invitation.accept'],
    customerRoles: ['global-admin'],
    clauses: [
      {
        says: 'require',
        within: [isResellerKind],
        needs: BY_GLOBAL_ADMIN.map((holds) => ({
          holds,
          link: 'staff-role',
          remedies: [{ action: 'invitation.accept', by: 'customer' }],
        })),
        allows: true,
      },
    ],
  },
  {
    id: 'R10',
    clouds: BOTH,
    sources: [SOURCE.gdapApproval],
    actions: ['invitation.accept'],
    customerRoles: ['global-admin', 'delegated-admin-relationship-admin'],
    clauses: [{ says: 'allow', when: [isGdapKind, ...BY_RELATIONSHIP_ADMIN], link: 'staff-role' }],
  },
  {
    id: 'R25',
    clouds: BOTH,
    sources: [SOURCE.multipartnerChina],
    actions: ['invitation.accept'],
    clauses: [{ says: 'oblige', obligations: ['nothing-else-changes'] }],
  },
  {
    id: 'R28',
    clouds: BOTH,
    sources: [SOURCE.advisorsNoCsp],
    actions: ['invitation.create', 'delegation.request'],
    programs: ['advisor'],
    clauses: [
      {
        says: 'deny',
        when: [isAdvisor, isNotInCsp],
        link: 'program',
        remedies: [{ action: 'csp.join', by: 'our-staff' }],
      },
    ],
  },
  {
    id: 'R31',
    clouds: BOTH,
    sources: [SOURCE.multichannelChina],
    actions: ['invitation.request'],
    programs: ['indirect-reseller'],
    clauses: [{ says: 'allow', when: [isReseller, asksOwnProvider], link: 'relationship' }],
  },
];
