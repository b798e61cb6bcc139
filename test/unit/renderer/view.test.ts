import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TenantId } from '#shared/model/ids.ts';
import { CUSTOMER, STRANGER } from '#test/unit/support/questions.ts';

const CONTOSO = TenantId.parse(CUSTOMER);
const FABRIKAM = TenantId.parse(STRANGER);

/** A window's view as it starts with what an earlier one left behind. */
async function viewAfter(stored: unknown) {
  const kept = new Map([['view', JSON.stringify({ version: 1, state: stored })]]);
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  vi.stubGlobal('window', { localStorage });
  const { useView } = await import('#renderer/app/view.ts');
  return { useView, kept: () => kept.get('view') ?? '' };
}

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllGlobals());

describe('what the window remembers', () => {
  it('is page, channel and sort of the last time', async () => {
    const { useView } = await viewAfter({
      page: 'subscriptions',
      channel: 'direct',
      subscriptionSort: { column: 'quantity', descending: true },
    });
    expect(useView.getState()).toMatchObject({
      page: 'subscriptions',
      channel: 'direct',
      subscriptionSort: { column: 'quantity', descending: true },
    });
  });

  it('is what narrows the lists, each filter by itself', async () => {
    const { useView } = await viewAfter({
      customerFilter: { access: 'ends', expiring: 30, reseller: 'nobody' },
      subscriptionFilter: { status: 'suspended', service: '', ending: -1 },
      tag: 'key account',
    });
    expect(useView.getState()).toMatchObject({
      customerFilter: { access: 'ends', expiring: 30, reseller: null },
      subscriptionFilter: { status: 'suspended', service: null, reseller: null, ending: null },
      tag: 'key account',
    });
  });

  it('is nothing of a workspace that was erased', async () => {
    const { useView } = await viewAfter({ channel: 'direct', tag: 'key account', page: 'invitations' });
    const { openCustomer, setCustomerFilter, setSearch, forgetWorkspace } = useView.getState();
    openCustomer(CONTOSO);
    setSearch('contoso');
    setCustomerFilter({ expiring: 7 });
    forgetWorkspace();
    expect(useView.getState()).toMatchObject({
      page: 'customers',
      customer: null,
      search: '',
      channel: null,
      tag: null,
      customerFilter: { access: null, expiring: null, reseller: null },
    });
  });

  it('falls back field by field where the memory is spoiled', async () => {
    const { useView } = await viewAfter({ page: 'gone', channel: 'advisor', paneWidth: 'wide' });
    expect(useView.getState()).toMatchObject({ page: 'customers', channel: 'advisor', paneWidth: null });
  });

  it('is a list, not the settings', async () => {
    const { useView, kept } = await viewAfter({ page: 'subscriptions' });
    useView.getState().openPage('settings');
    expect(kept()).not.toContain('settings');
  });

  it('is what narrows the subscriptions and the rules, save what was searched for', async () => {
    const { useView, kept } = await viewAfter({});
    useView.getState().setAnswerFilter({ action: 'subscription.renew', outcome: 'deny' });
    useView.getState().setRuleFilter({ role: { side: 'customer', role: 'global-admin' }, search: 'contoso' });
    expect(kept()).not.toContain('contoso');
    vi.resetModules();
    const later = await viewAfter(JSON.parse(kept()).state);
    expect(later.useView.getState()).toMatchObject({
      answerFilter: { action: 'subscription.renew', outcome: 'deny' },
      ruleFilter: { search: '', cloud: 'ours', role: { side: 'customer', role: 'global-admin' } },
    });
  });

  it('forgets a filter that it can’t read, and keeps the parts of one that it can', async () => {
    const { useView } = await viewAfter({
      answerFilter: { action: 'customer.view', outcome: 'deny' },
      ruleFilter: { cloud: 'mars', program: 'advisor', role: { side: 'staff', role: 'other' } },
    });
    expect(useView.getState()).toMatchObject({
      answerFilter: null,
      ruleFilter: { search: '', cloud: 'ours', program: 'advisor', role: null, action: null },
    });
  });

  it('is nothing that was supposed', async () => {
    const { useView, kept } = await viewAfter({});
    useView.getState().openCustomer(CONTOSO);
    useView.getState().suppose({ change: 'end-dap' });
    expect(kept()).not.toContain('end-dap');
  });

  it('is how the invitations are laid out and narrowed, and not what was searched for among them', async () => {
    const { useView, kept } = await viewAfter({});
    useView.getState().setInvitationLayout('board');
    useView.getState().setInvitationFilter({ nudge: true, status: 'sent', search: 'contoso' });
    expect(kept()).not.toContain('contoso');
    const { state } = JSON.parse(kept());
    vi.resetModules();
    const again = await viewAfter(state);
    expect(again.useView.getState()).toMatchObject({
      invitationLayout: 'board',
      invitationFilter: { nudge: true, status: 'sent', search: '' },
    });
  });

  it('is never the search, the open customer or a dialog', async () => {
    const { useView, kept } = await viewAfter({});
    useView.getState().setSearch('contoso');
    useView.getState().openImport();
    expect(kept()).not.toContain('contoso');
    expect(kept()).not.toContain('dialog');
  });
});

describe('what is supposed', () => {
  it('is kept with its customer while another is looked at, and while none is', async () => {
    const { useView } = await viewAfter({});
    const { openCustomer, closeCustomer, suppose } = useView.getState();
    openCustomer(CONTOSO);
    suppose({ change: 'end-dap' });
    closeCustomer();
    openCustomer(FABRIKAM);
    suppose({ change: 'gdap-offered' });
    openCustomer(CONTOSO);
    suppose({ change: 'gdap-offered' });
    expect(useView.getState().changes).toEqual({
      [CONTOSO]: [{ change: 'end-dap' }, { change: 'gdap-offered' }],
      [FABRIKAM]: [{ change: 'gdap-offered' }],
    });
  });

  it('of one customer is given up alone', async () => {
    const { useView } = await viewAfter({});
    const { openCustomer, setChanges, suppose } = useView.getState();
    for (const customer of [CONTOSO, FABRIKAM]) {
      openCustomer(customer);
      suppose({ change: 'end-dap' });
    }
    setChanges(CONTOSO, []);
    expect(useView.getState().changes).toEqual({ [CONTOSO]: [], [FABRIKAM]: [{ change: 'end-dap' }] });
  });

  it('is of nobody while no customer is open', async () => {
    const { useView } = await viewAfter({});
    useView.getState().suppose({ change: 'end-dap' });
    expect(useView.getState()).toMatchObject({ changes: {}, tab: 'subscriptions' });
  });
});
