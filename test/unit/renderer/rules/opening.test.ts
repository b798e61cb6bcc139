import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** The window's view, with a memory that keeps nothing. */
async function freshView() {
  vi.stubGlobal('window', { localStorage: { getItem: () => null, setItem: vi.fn(), removeItem: vi.fn() } });
  return import('#renderer/app/view.ts');
}

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllGlobals());

describe('opening a rule', () => {
  it('from a dossier seeks it, so that whatever hides it gives way', async () => {
    const { useView, ALL_OUR_RULES } = await freshView();
    useView.getState().setRuleFilter({ search: 'invitation', program: 'advisor' });
    useView.getState().openRule('R11');
    expect(useView.getState()).toMatchObject({ page: 'rules', rule: 'R11', ruleSought: true });
    useView.getState().showSought({ ...ALL_OUR_RULES, program: 'advisor' });
    expect(useView.getState()).toMatchObject({
      ruleSought: false,
      ruleFilter: { ...ALL_OUR_RULES, program: 'advisor' },
    });
  });

  it('within the browser leaves the filter as it is', async () => {
    const { useView } = await freshView();
    useView.getState().setRuleFilter({ program: 'advisor' });
    useView.getState().setRule('R28');
    expect(useView.getState()).toMatchObject({ rule: 'R28', ruleFilter: { program: 'advisor' } });
  });

  it('leads to the customers it decides for, and nothing else narrows that list', async () => {
    const { useView } = await freshView();
    useView.getState().setChannel('direct');
    useView.getState().setSearch('contoso');
    useView.getState().listDecidedBy('R12');
    expect(useView.getState()).toMatchObject({ page: 'customers', decidedBy: 'R12', channel: null, search: '' });
  });

  it('survives a look at a customer', async () => {
    const { useView } = await freshView();
    useView.getState().setRuleFilter({ program: 'advisor' });
    useView.getState().setRule('R28');
    useView.getState().openPage('customers');
    useView.getState().openPage('rules');
    expect(useView.getState()).toMatchObject({ rule: 'R28', ruleFilter: { program: 'advisor' } });
  });
});
