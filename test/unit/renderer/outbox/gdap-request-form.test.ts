import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  commandOf,
  daysOf,
  NAME_LENGTH,
  requestFaults,
  suggestedName,
  type TypedRequest,
} from '#renderer/features/outbox/gdap-request-form.ts';
import { ROLE } from '#renderer/features/policy/directory-roles.ts';
import { TenantId } from '#shared/model/ids.ts';
import { CUSTOMER } from '#test/unit/support/questions.ts';

const CONTOSO = TenantId.parse(CUSTOMER);
const TYPED: TypedRequest = {
  name: ' Contoso 2026-11 ',
  days: '365',
  autoExtend: true,
  roles: [ROLE.helpdeskAdministrator],
};

describe('a request for GDAP as it is typed', () => {
  test('comes to a command', () => {
    expect(requestFaults(TYPED)).toEqual({});
    expect(commandOf(CONTOSO, TYPED)).toEqual({
      kind: 'gdap-request',
      customer: CONTOSO,
      name: 'Contoso 2026-11',
      days: 365,
      autoExtend: true,
      roles: [ROLE.helpdeskAdministrator],
    });
  });

  test.each([
    [{ name: '  ' }, { name: 'missing' }],
    [{ name: 'x'.repeat(NAME_LENGTH + 1) }, { name: 'long' }],
    [{ days: '731' }, { days: 'wrong' }],
    [{ days: '0' }, { days: 'wrong' }],
    [{ days: '30.5' }, { days: 'wrong' }],
    [{ days: '' }, { days: 'wrong' }],
    [{ roles: [] }, { roles: 'missing' }],
  ] satisfies [Partial<TypedRequest>, object][])('%j is faulty, and comes to no command', (wrong, faults) => {
    expect(requestFaults({ ...TYPED, ...wrong })).toEqual(faults);
    expect(commandOf(CONTOSO, { ...TYPED, ...wrong })).toBeNull();
  });

  test('what has no fault comes to a command, and what has one comes to none', () => {
    const typed = fc.record({
      name: fc.string({ maxLength: NAME_LENGTH + 5 }),
      days: fc.oneof(fc.integer({ min: -5, max: 800 }).map(String), fc.string({ maxLength: 4 })),
      autoExtend: fc.boolean(),
      roles: fc.subarray(Object.values(ROLE)),
    });
    fc.assert(
      fc.property(typed, (some) => {
        expect(commandOf(CONTOSO, some) === null).toBe(Object.keys(requestFaults(some)).length > 0);
      }),
    );
  });

  test('never extends itself with the Global Administrator role, whatever was ticked (R23)', () => {
    const command = commandOf(CONTOSO, { ...TYPED, roles: [ROLE.helpdeskAdministrator, ROLE.globalAdministrator] });
    expect(command).toMatchObject({ autoExtend: false });
  });

  test('days are whole numbers from 1 to 730', () => {
    expect(['1', ' 730 ', '007'].map(daysOf)).toEqual([1, 730, 7]);
    expect(['1e2', '-1', '731', 'ten', '٣'].map(daysOf)).toEqual([null, null, null, null, null]);
  });
});

describe('the name that is suggested', () => {
  test('is the customer’s own with the month', () => {
    expect(suggestedName('Contoso', new Date(2026, 10, 22))).toBe('Contoso 2026-11');
  });

  test('always fits, and breaks no letter in two', () => {
    const anyName = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(anyName, (customer) => {
        const name = suggestedName(customer, new Date(2026, 0, 1));
        expect(name.length).toBeLessThanOrEqual(NAME_LENGTH);
        expect(name).toMatch(/2026-01$/u);
        expect(name).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});
