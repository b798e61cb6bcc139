import { z } from 'zod';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { CustomerQuery, SubscriptionQuery } from '#shared/contract/customers.ts';
import type { CustomerId, SubscriptionId } from '#shared/model/ids.ts';
import type { Cloud, Program, StaffRole } from '#shared/model/partner.ts';
import { ActionName, type CustomerRole, Outcome, type RuleId } from '#shared/model/policy.ts';
import { Channel } from '#shared/model/subscription.ts';
import type { Change } from '#shared/model/what-if.ts';

export const Page = z.enum(['customers', 'subscriptions', 'rules', 'settings']);
export type Page = z.infer<typeof Page>;

/** The pages that are lists. */
export type ListName = Extract<Page, 'customers' | 'subscriptions'>;

export const isList = (page: Page): page is ListName => page === 'customers' || page === 'subscriptions';

/** The parts of a dossier. */
export const DOSSIER_TABS = ['subscriptions', 'customer', 'delegations', 'invitations', 'whatIf', 'history'] as const;
export type DossierTab = (typeof DOSSIER_TABS)[number];

/** Narrows the subscriptions to those of which the policy answers so of an action. */
const AnswerFilter = z.object({ action: ActionName, outcome: Outcome });
export type AnswerFilter = z.infer<typeof AnswerFilter>;

/** A role of ours in Partner Center, or one of the customer's own; some have the same name on both sides. */
export type RoleOf =
  | { readonly side: 'staff'; readonly role: StaffRole }
  | { readonly side: 'customer'; readonly role: CustomerRole };

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

const CustomerSort = z.object({ column: CustomerQuery.shape.sort.unwrap(), descending: z.boolean() });
const SubscriptionSort = z.object({ column: SubscriptionQuery.shape.sort.unwrap(), descending: z.boolean() });
export type CustomerSort = z.infer<typeof CustomerSort>;
export type SubscriptionSort = z.infer<typeof SubscriptionSort>;

/** Which dialog stands over the window. */
export type OpenDialog = 'import' | { readonly invite: CustomerId } | null;

/** What a person expects to find again after a restart. */
const Remembered = z.object({
  /** Settings are visited, not stayed at: a new start shows a list. */
  page: Page.exclude(['settings']).catch('customers'),
  channel: Channel.nullable().catch(null),
  customerSort: CustomerSort.catch({ column: 'name', descending: false }),
  subscriptionSort: SubscriptionSort.catch({ column: 'name', descending: false }),
  /** The actions whose answers stand as columns in the subscriptions list. */
  answerColumns: z.array(ActionName).max(12).catch(['subscription.provision', 'subscription.support']),
  /** Width of the dossier pane in CSS pixels; `null` is the default share. */
  paneWidth: z.number().positive().nullable().catch(null),
  navigationOpen: z.boolean().catch(true),
});
type Remembered = z.infer<typeof Remembered>;

interface View extends Omit<Remembered, 'page'> {
  readonly page: Page;
  /** The customer whose dossier is open. */
  readonly customer: CustomerId | null;
  /** The subscription selected in that dossier. */
  readonly subscription: SubscriptionId | null;
  /** The part of the dossier that is shown. */
  readonly tab: DossierTab;
  /** What the person supposes of the open customer. */
  readonly changes: readonly Change[];
  readonly search: string;
  /** Narrows the subscriptions by an answer of the policy. */
  readonly answerFilter: AnswerFilter | null;
  /** Narrows the customers to those of whom a rule decides an answer. */
  readonly decidedBy: RuleId | null;
  /** The rule that is open in the rule browser. */
  readonly rule: RuleId | null;
  readonly ruleFilter: RuleFilter;
  readonly dialog: OpenDialog;
  /** Whose files are being imported, where the person said so by opening the import from a dossier. */
  readonly importFor: CustomerId | null;
  readonly openPage: (page: Page) => void;
  readonly openCustomer: (id: CustomerId, subscription?: SubscriptionId | null) => void;
  readonly closeCustomer: () => void;
  readonly openTab: (tab: DossierTab) => void;
  readonly setChanges: (changes: readonly Change[]) => void;
  /** Supposes one more thing of the open customer, and shows what would change. */
  readonly suppose: (change: Change) => void;
  readonly setAnswerColumns: (actions: readonly ActionName[]) => void;
  readonly setAnswerFilter: (filter: AnswerFilter | null) => void;
  readonly setDecidedBy: (rule: RuleId | null) => void;
  /** Lists the customers of whom a rule decides an answer, and nothing else narrows that list. */
  readonly listDecidedBy: (rule: RuleId) => void;
  /** Shows a rule in the rule browser, from wherever the person is. */
  readonly openRule: (rule: RuleId) => void;
  /** Opens or closes a rule in the rule browser, and leaves its filter as it is. */
  readonly setRule: (rule: RuleId | null) => void;
  readonly setRuleFilter: (change: Partial<RuleFilter>) => void;
  readonly setChannel: (channel: Channel | null) => void;
  readonly setSearch: (search: string) => void;
  readonly setCustomerSort: (sort: CustomerSort) => void;
  readonly setSubscriptionSort: (sort: SubscriptionSort) => void;
  readonly setPaneWidth: (width: number | null) => void;
  readonly setNavigationOpen: (open: boolean) => void;
  readonly openImport: () => void;
  /** Opens the import for files of this customer: where a file does not say whose it is, it is offered first. */
  readonly openImportFor: (customer: CustomerId) => void;
  readonly openInvite: (id: CustomerId) => void;
  readonly closeDialog: () => void;
}

/** The state of the window: where the person is and what they picked. What the main side knows is never kept here. */
export const useView = create<View>()(
  persist(
    (set) => ({
      ...Remembered.parse({}),
      customer: null,
      subscription: null,
      tab: 'subscriptions',
      changes: [],
      search: '',
      answerFilter: null,
      decidedBy: null,
      rule: null,
      ruleFilter: ALL_OUR_RULES,
      dialog: null,
      importFor: null,
      openPage: (page) => set({ page }),
      openCustomer: (customer, subscription = null) =>
        set((view) => ({
          customer,
          subscription,
          // Somebody picked a subscription: show it. What was supposed was supposed of another customer.
          ...(subscription !== null || customer !== view.customer ? { tab: 'subscriptions' as const } : {}),
          ...(customer === view.customer ? {} : { changes: [] }),
        })),
      closeCustomer: () => set({ customer: null, subscription: null, changes: [] }),
      openTab: (tab) => set({ tab }),
      setChanges: (changes) => set({ changes }),
      suppose: (change) => set(({ changes }) => ({ tab: 'whatIf', changes: [...changes, change] })),
      setAnswerColumns: (answerColumns) => set({ answerColumns: [...answerColumns] }),
      setAnswerFilter: (answerFilter) => set({ answerFilter }),
      setDecidedBy: (decidedBy) => set({ decidedBy }),
      listDecidedBy: (decidedBy) => set({ page: 'customers', decidedBy, channel: null, search: '' }),
      // The filter must not hide what was asked for.
      openRule: (rule) => set({ page: 'rules', rule, ruleFilter: ALL_OUR_RULES }),
      setRule: (rule) => set({ rule }),
      setRuleFilter: (change) => set(({ ruleFilter }) => ({ ruleFilter: { ...ruleFilter, ...change } })),
      setChannel: (channel) => set({ channel }),
      setSearch: (search) => set({ search }),
      setCustomerSort: (customerSort) => set({ customerSort }),
      setSubscriptionSort: (subscriptionSort) => set({ subscriptionSort }),
      setPaneWidth: (paneWidth) => set({ paneWidth }),
      setNavigationOpen: (navigationOpen) => set({ navigationOpen }),
      openImport: () => set({ dialog: 'import', importFor: null }),
      openImportFor: (importFor) => set({ dialog: 'import', importFor }),
      openInvite: (invite) => set({ dialog: { invite } }),
      closeDialog: () => set({ dialog: null }),
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
