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

  it('wait for the last that was asked for, and for none once they are let go', () => {
    const { ask, answered, clear } = usePicked.getState();
    const asking = () => usePicked.getState().asking;
    const [first, second] = [ask(), ask()];
    answered(first);
    expect(asking()).toBe(true);
    answered(second);
    expect(asking()).toBe(false);
    const third = ask();
    clear();
    expect(asking()).toBe(false);
    expect(usePicked.getState().turn).not.toBe(third);
  });
});
