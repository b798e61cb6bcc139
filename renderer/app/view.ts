import { z } from 'zod';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { CustomerQuery, CustomerRow, SubscriptionQuery } from '#shared/contract/customers.ts';
import type { InvitationFlow } from '#shared/contract/invitations.ts';
import { Tag } from '#shared/model/dossier.ts';
import {
  type CustomerId,
  type DelegationId,
  type InvitationId,
  type SubscriptionId,
  TenantId,
} from '#shared/model/ids.ts';
import { InvitationStatus } from '#shared/model/invitation.ts';
import { Cloud, Program, StaffRole } from '#shared/model/partner.ts';
import { ActionName, CustomerRole, Outcome, type RuleId, SubscriptionAction } from '#shared/model/policy.ts';
import type { Problem } from '#shared/model/problem.ts';
import { Channel } from '#shared/model/subscription.ts';
import type { Change } from '#shared/model/what-if.ts';

export const Page = z.enum(['customers', 'subscriptions', 'invitations', 'sync', 'rules', 'settings']);
export type Page = z.infer<typeof Page>;

/** The pages that are lists. */
export type ListName = Extract<Page, 'customers' | 'subscriptions'>;

export const isList = (page: Page): page is ListName => page === 'customers' || page === 'subscriptions';

/** The parts of a dossier. */
export const DOSSIER_TABS = ['subscriptions', 'customer', 'delegations', 'invitations', 'whatIf', 'history'] as const;
export type DossierTab = (typeof DOSSIER_TABS)[number];

/** Narrows the subscriptions to those of which the policy answers so of an action. */
const AnswerFilter = z.object({ action: SubscriptionAction, outcome: Outcome });
export type AnswerFilter = z.infer<typeof AnswerFilter>;

/** A role of ours in Partner Center, or one of the customer's own; some have the same name on both sides. */
const RoleOf = z.discriminatedUnion('side', [
  z.object({ side: z.literal('staff'), role: StaffRole }),
  z.object({ side: z.literal('customer'), role: CustomerRole }),
]);
export type RoleOf = z.infer<typeof RoleOf>;

/** Narrows the rules; `null` takes all. */
export interface RuleFilter {
  readonly search: string;
  /** `ours` is the cloud of this workspace. */
  readonly cloud: Cloud | 'ours' | null;
  readonly program: Program | null;
  readonly role: RoleOf | null;
  readonly action: ActionName | null;
}

/** What the rule browser begins with. */
export const ALL_OUR_RULES: RuleFilter = { search: '', cloud: 'ours', program: null, role: null, action: null };

const RememberedRuleFilter = z.object({
  // What was searched for belongs to the day, here as in the lists.
  search: z.literal('').catch(''),
  cloud: Cloud.or(z.literal('ours')).nullable().catch('ours'),
  program: Program.nullable().catch(null),
  role: RoleOf.nullable().catch(null),
  action: ActionName.nullable().catch(null),
});

const CustomerSort = z.object({ column: CustomerQuery.shape.sort.unwrap(), descending: z.boolean() });
export const SubscriptionSort = z.object({ column: SubscriptionQuery.shape.sort.unwrap(), descending: z.boolean() });
export type CustomerSort = z.infer<typeof CustomerSort>;
export type SubscriptionSort = z.infer<typeof SubscriptionSort>;

const Days = z.number().int().positive();

/** Narrows the customers; `null` takes all. */
const CustomerFilter = z.object({
  access: CustomerRow.shape.access.nullable().catch(null),
  /** Our access ends within so many days. */
  expiring: Days.nullable().catch(null),
  /** This partner holds the reseller relationship. */
  reseller: TenantId.nullable().catch(null),
});
export type CustomerFilter = z.infer<typeof CustomerFilter>;

/** Narrows the subscriptions; `null` takes all. */
const SubscriptionFilter = z.object({
  status: SubscriptionQuery.shape.status.unwrap().nullable().catch(null),
  service: z.string().min(1).nullable().catch(null),
  /** This partner transacts them. */
  reseller: TenantId.nullable().catch(null),
  /** They end within so many days. */
  ending: Days.nullable().catch(null),
});
export type SubscriptionFilter = z.infer<typeof SubscriptionFilter>;

const ALL_CUSTOMERS: CustomerFilter = { access: null, expiring: null, reseller: null };
const ALL_SUBSCRIPTIONS: SubscriptionFilter = { status: null, service: null, reseller: null, ending: null };

/** How the invitations are laid out: line by line, or as a board with a column for each status. */
const InvitationLayout = z.enum(['list', 'board']);
export type InvitationLayout = z.infer<typeof InvitationLayout>;

/** Narrows the invitations; `null` takes all. */
const InvitationFilter = z.object({
  // What was searched for belongs to the day, here as in the lists.
  search: z.literal('').catch(''),
  status: InvitationStatus.nullable().catch(null),
  /** Only those that wait too long. */
  nudge: z.boolean().catch(false),
});
export type InvitationFilter = Omit<z.infer<typeof InvitationFilter>, 'search'> & { readonly search: string };

/** What the invitations begin with. */
export const ALL_INVITATIONS: InvitationFilter = { search: '', status: null, nudge: false };

/** Where an invitation begins: by which of the ways that there are, and with which received link, or as which draft. */
export interface InviteStart {
  readonly flow?: InvitationFlow['flow'] | undefined;
  readonly received?: InvitationId | undefined;
  /** The saved draft that is continued. */
  readonly draft?: InvitationId | undefined;
}

/** Whose invitations are taken in: files that were dropped or opened, and the customer that waits for one. */
export interface ReceiveStart {
  readonly files?: readonly File[] | undefined;
  /** Why further files could not be read. */
  readonly problems?: readonly Problem[] | undefined;
  readonly customer?: CustomerId | undefined;
}

/** The parts of the sync page. */
export const SYNC_PARTS = ['overview', 'history', 'clashes', 'outbox'] as const;
export type SyncPart = (typeof SYNC_PARTS)[number];

/** A command to a service that is about to be decided. */
export type CommandStart =
  | { readonly kind: 'gdap-request'; readonly customer: CustomerId }
  | { readonly kind: 'dap-remove'; readonly customer: CustomerId }
  | { readonly kind: 'gdap-terminate'; readonly customer: CustomerId; readonly delegation: DelegationId }
  | {
      readonly kind: 'gdap-extend';
      readonly customer: CustomerId;
      readonly delegation: DelegationId;
      readonly autoExtend: boolean;
    };

/** Which dialog stands over the window. */
export type OpenDialog =
  | 'import'
  | 'sign-in'
  | 'hand-over'
  | 'damage'
  | ({ readonly invite: CustomerId } & InviteStart)
  | { readonly receive: ReceiveStart }
  | { readonly bulk: readonly CustomerId[] }
  | { readonly command: CommandStart }
  | null;

/** What a person expects to find again after a restart. */
const Remembered = z.object({
  /** Settings are visited, not stayed at: a new start shows a list. */
  page: Page.exclude(['settings']).catch('customers'),
  channel: Channel.nullable().catch(null),
  customerSort: CustomerSort.catch({ column: 'name', descending: false }),
  subscriptionSort: SubscriptionSort.catch({ column: 'name', descending: false }),
  /** The actions whose answers stand as columns in the subscriptions list. */
  answerColumns: z.array(SubscriptionAction).catch(['subscription.provision', 'subscription.support']),
  answerFilter: AnswerFilter.nullable().catch(null),
  customerFilter: CustomerFilter.catch(ALL_CUSTOMERS),
  subscriptionFilter: SubscriptionFilter.catch(ALL_SUBSCRIPTIONS),
  /** Narrows both lists to the customers that bear it. */
  tag: Tag.nullable().catch(null),
  ruleFilter: RememberedRuleFilter.catch({ ...ALL_OUR_RULES, search: '' }),
  invitationLayout: InvitationLayout.catch('list'),
  invitationFilter: InvitationFilter.catch({ ...ALL_INVITATIONS, search: '' }),
  /** Width of the dossier pane in CSS pixels; `null` is the default share. */
  paneWidth: z.number().positive().nullable().catch(null),
  navigationOpen: z.boolean().catch(true),
});
type Remembered = z.infer<typeof Remembered>;

interface View extends Omit<Remembered, 'page' | 'ruleFilter' | 'invitationFilter'> {
  readonly page: Page;
  /** The customer whose dossier is open. */
  readonly customer: CustomerId | null;
  /** The subscription selected in that dossier. */
  readonly subscription: SubscriptionId | null;
  /** The action whose answer stands open on that subscription; `null` opens none. */
  readonly answer: ActionName | null;
  /** The invitation that stands open in that dossier. */
  readonly invitation: InvitationId | null;
  /** The part of the dossier that is shown. */
  readonly tab: DossierTab;
  /** What the person supposes of each customer, until they start over or the window goes. */
  readonly changes: Readonly<Record<CustomerId, readonly Change[]>>;
  readonly search: string;
  /** Narrows the customers to those of whom a rule decides an answer. */
  readonly decidedBy: RuleId | null;
  /** The rule that is open in the rule browser. */
  readonly rule: RuleId | null;
  /** That rule was asked for from elsewhere: what hides it must give way. */
  readonly ruleSought: boolean;
  readonly ruleFilter: RuleFilter;
  readonly invitationFilter: InvitationFilter;
  readonly syncPart: SyncPart;
  /** The sync of which the changes are shown. */
  readonly run: string | null;
  readonly dialog: OpenDialog;
  /** Whose files are being imported, where the person said so by opening the import from a dossier. */
  readonly importFor: CustomerId | null;
  readonly openPage: (page: Page) => void;
  readonly openCustomer: (id: CustomerId, subscription?: SubscriptionId | null, answer?: ActionName | null) => void;
  /** Opens the dossier at one of the customer's invitations. */
  readonly openInvitation: (customer: CustomerId, invitation: InvitationId | null) => void;
  readonly closeCustomer: () => void;
  readonly openTab: (tab: DossierTab) => void;
  /** Puts these in the place of whatever was supposed of a customer. */
  readonly setChanges: (customer: CustomerId, changes: readonly Change[]) => void;
  /** Supposes one more thing of the open customer, and shows what would change. */
  readonly suppose: (change: Change) => void;
  readonly setAnswerColumns: (actions: readonly SubscriptionAction[]) => void;
  readonly setAnswerFilter: (filter: AnswerFilter | null) => void;
  readonly setCustomerFilter: (change: Partial<CustomerFilter>) => void;
  readonly setSubscriptionFilter: (change: Partial<SubscriptionFilter>) => void;
  readonly setTag: (tag: Tag | null) => void;
  readonly setDecidedBy: (rule: RuleId | null) => void;
  /** Lists the customers of whom a rule decides an answer, and nothing else narrows that list. */
  readonly listDecidedBy: (rule: RuleId) => void;
  /** Shows a rule in the rule browser, from wherever the person is; of its filter only what hides the rule is lost. */
  readonly openRule: (rule: RuleId) => void;
  /** Opens or closes a rule in the rule browser, and leaves its filter as it is. */
  readonly setRule: (rule: RuleId | null) => void;
  readonly setRuleFilter: (change: Partial<RuleFilter>) => void;
  /** The rule that was sought is in sight, under this filter. */
  readonly showSought: (filter: RuleFilter) => void;
  readonly setInvitationLayout: (layout: InvitationLayout) => void;
  readonly setInvitationFilter: (change: Partial<InvitationFilter>) => void;
  readonly setChannel: (channel: Channel | null) => void;
  readonly setSearch: (search: string) => void;
  readonly setCustomerSort: (sort: CustomerSort) => void;
  readonly setSubscriptionSort: (sort: SubscriptionSort) => void;
  readonly setPaneWidth: (width: number | null) => void;
  readonly setNavigationOpen: (open: boolean) => void;
  readonly openImport: () => void;
  /** Opens the import for files of this customer: where a file does not say whose it is, it is offered first. */
  readonly openImportFor: (customer: CustomerId) => void;
  /** Prepares an invitation of a customer; without a start the best of its ways is offered first. */
  readonly openInvite: (id: CustomerId, start?: InviteStart) => void;
  /** Takes in an invitation that one of our providers made. */
  readonly openReceive: (start?: ReceiveStart) => void;
  /** Hands a link of ours to resellers of ours. */
  readonly openHandOver: () => void;
  /** Prepares invitations of several customers at once. */
  readonly openBulk: (customers: readonly CustomerId[]) => void;
  /** Goes to a part of the sync page; with a run, to what that sync changed. */
  readonly openSync: (part: SyncPart, run?: string | null) => void;
  readonly openSignIn: () => void;
  /** Begins to decide a command to a service. */
  readonly openCommand: (command: CommandStart) => void;
  /** Shows which documents could not be read. */
  readonly openDamage: () => void;
  readonly closeDialog: () => void;
  /** This workspace is no more: nothing of what was open, picked or narrowed in it is left. */
  readonly forgetWorkspace: () => void;
}

/** What no start finds again: what was open, sought or supposed. */
const NOTHING_OPEN = {
  customer: null,
  subscription: null,
  answer: null,
  invitation: null,
  tab: 'subscriptions',
  changes: {},
  search: '',
  decidedBy: null,
  rule: null,
  ruleSought: false,
  syncPart: 'overview',
  run: null,
  dialog: null,
  importFor: null,
} as const;

/** The state of the window: where the person is and what they picked. What the main side knows is never kept here. */
export const useView = create<View>()(
  persist(
    (set) => ({
      ...Remembered.parse({}),
      ...NOTHING_OPEN,
      openPage: (page) => set({ page }),
      openCustomer: (customer, subscription = null, answer = null) =>
        set((view) => ({
          customer,
          subscription,
          answer,
          ...(customer === view.customer ? {} : { invitation: null }),
          // Somebody picked a subscription: show it.
          ...(subscription !== null || customer !== view.customer ? { tab: 'subscriptions' as const } : {}),
        })),
      openInvitation: (customer, invitation) =>
        set({ customer, invitation, subscription: null, answer: null, tab: 'invitations' }),
      closeCustomer: () => set({ customer: null, subscription: null, answer: null, invitation: null }),
      openTab: (tab) => set({ tab }),
      setChanges: (customer, changes) => set((view) => ({ changes: { ...view.changes, [customer]: changes } })),
      suppose: (change) =>
        set(({ customer, changes }) =>
          customer === null
            ? {}
            : { tab: 'whatIf', changes: { ...changes, [customer]: [...(changes[customer] ?? []), change] } },
        ),
      setAnswerColumns: (answerColumns) => set({ answerColumns: [...answerColumns] }),
      setAnswerFilter: (answerFilter) => set({ answerFilter }),
      setDecidedBy: (decidedBy) => set({ decidedBy }),
      setCustomerFilter: (change) =>
        set(({ customerFilter }) => ({ customerFilter: { ...customerFilter, ...change } })),
      setSubscriptionFilter: (change) =>
        set(({ subscriptionFilter }) => ({ subscriptionFilter: { ...subscriptionFilter, ...change } })),
      setTag: (tag) => set({ tag }),
      listDecidedBy: (decidedBy) =>
        set({ page: 'customers', decidedBy, channel: null, search: '', customerFilter: ALL_CUSTOMERS, tag: null }),
      openRule: (rule) => set({ page: 'rules', rule, ruleSought: true }),
      setRule: (rule) => set({ rule }),
      setRuleFilter: (change) => set(({ ruleFilter }) => ({ ruleFilter: { ...ruleFilter, ...change } })),
      showSought: (ruleFilter) => set({ ruleSought: false, ruleFilter }),
      setInvitationLayout: (invitationLayout) => set({ invitationLayout }),
      setInvitationFilter: (change) =>
        set(({ invitationFilter }) => ({ invitationFilter: { ...invitationFilter, ...change } })),
      setChannel: (channel) => set({ channel }),
      setSearch: (search) => set({ search }),
      setCustomerSort: (customerSort) => set({ customerSort }),
      setSubscriptionSort: (subscriptionSort) => set({ subscriptionSort }),
      setPaneWidth: (paneWidth) => set({ paneWidth }),
      setNavigationOpen: (navigationOpen) => set({ navigationOpen }),
      openImport: () => set({ dialog: 'import', importFor: null }),
      openImportFor: (importFor) => set({ dialog: 'import', importFor }),
      openInvite: (invite, start = {}) => set({ dialog: { invite, ...start } }),
      openReceive: (receive = {}) => set({ dialog: { receive } }),
      openHandOver: () => set({ dialog: 'hand-over' }),
      openBulk: (bulk) => set({ dialog: { bulk } }),
      openSync: (syncPart, run = null) => set({ page: 'sync', syncPart, run }),
      openSignIn: () => set({ dialog: 'sign-in' }),
      openCommand: (command) => set({ dialog: { command } }),
      openDamage: () => set({ dialog: 'damage' }),
      closeDialog: () => set({ dialog: null }),
      forgetWorkspace: () =>
        set({
          ...NOTHING_OPEN,
          page: 'customers',
          channel: null,
          tag: null,
          answerFilter: null,
          customerFilter: ALL_CUSTOMERS,
          subscriptionFilter: ALL_SUBSCRIPTIONS,
          invitationFilter: ALL_INVITATIONS,
          ruleFilter: ALL_OUR_RULES,
        }),
    }),
    {
      name: 'view',
      version: 1,
      partialize: (view): Remembered => Remembered.parse(view),
      // What an older version left, or a hand spoiled, falls back field by field.
      merge: (stored, initial) => ({ ...initial, ...Remembered.parse(stored ?? {}) }),
    },
  ),
);
