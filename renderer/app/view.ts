import { z } from 'zod';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { CustomerQuery, SubscriptionQuery } from '#shared/contract/customers.ts';
import type { CustomerId, SubscriptionId } from '#shared/model/ids.ts';
import { Channel } from '#shared/model/subscription.ts';

export const Page = z.enum(['customers', 'subscriptions', 'settings']);
export type Page = z.infer<typeof Page>;

/** The pages that are lists. */
export type ListName = Exclude<Page, 'settings'>;

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
  readonly search: string;
  readonly dialog: OpenDialog;
  /** Whose files are being imported, where the person said so by opening the import from a dossier. */
  readonly importFor: CustomerId | null;
  readonly openPage: (page: Page) => void;
  readonly openCustomer: (id: CustomerId, subscription?: SubscriptionId | null) => void;
  readonly closeCustomer: () => void;
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
      search: '',
      dialog: null,
      importFor: null,
      openPage: (page) => set({ page }),
      openCustomer: (customer, subscription = null) => set({ customer, subscription }),
      closeCustomer: () => set({ customer: null, subscription: null }),
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
