import { beforeEach, describe, expect, it } from 'vitest';
import { usePicked } from '#renderer/features/customers/picked.ts';
import { TenantId } from '#shared/model/ids.ts';
import { CUSTOMER, STRANGER } from '#test/unit/support/questions.ts';

const [CONTOSO, FABRIKAM] = [TenantId.parse(CUSTOMER), TenantId.parse(STRANGER)];
const picked = () => [...usePicked.getState().picked];

beforeEach(() => usePicked.getState().clear());

describe('picked customers', () => {
  it('are picked and let go one by one, and together', () => {
    const { toggle, add, clear } = usePicked.getState();
    toggle(CONTOSO);
    expect(picked()).toEqual([CONTOSO]);
    add([CONTOSO, FABRIKAM]);
    expect(picked()).toEqual([CONTOSO, FABRIKAM]);
    toggle(CONTOSO);
    expect(picked()).toEqual([FABRIKAM]);
    clear();
    expect(picked()).toEqual([]);
  });

  it('are a whole list until one of it is let go', () => {
    const { toggle, add } = usePicked.getState();
    add([CONTOSO], 'the list');
    toggle(FABRIKAM);
    expect(usePicked.getState().whole).toBe('the list');
    toggle(CONTOSO);
    expect(usePicked.getState().whole).toBeNull();
  });

  it('wait for all that was asked for; what comes after any were let go is late', () => {
    const { ask, answered, clear, toggle } = usePicked.getState();
    const asked = () => usePicked.getState().asked;
    const lettings = () => usePicked.getState().lettings;
    ask();
    ask();
    answered();
    expect(asked()).toBe(1);
    answered();
    expect(asked()).toBe(0);
    const before = lettings();
    toggle(CONTOSO);
    expect(lettings()).toBe(before);
    toggle(CONTOSO);
    expect(lettings()).toBe(before + 1);
    clear();
    expect(lettings()).toBe(before + 2);
  });
});
