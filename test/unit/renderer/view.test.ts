import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

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

  it('falls back field by field where the memory is spoiled', async () => {
    const { useView } = await viewAfter({ page: 'gone', channel: 'advisor', paneWidth: 'wide' });
    expect(useView.getState()).toMatchObject({ page: 'customers', channel: 'advisor', paneWidth: null });
  });

  it('is a list, not the settings', async () => {
    const { useView, kept } = await viewAfter({ page: 'subscriptions' });
    useView.getState().openPage('settings');
    expect(kept()).not.toContain('settings');
  });

  it('is never the search, the open customer or a dialog', async () => {
    const { useView, kept } = await viewAfter({});
    useView.getState().setSearch('contoso');
    useView.getState().openImport();
    expect(kept()).not.toContain('contoso');
    expect(kept()).not.toContain('dialog');
  });
});
