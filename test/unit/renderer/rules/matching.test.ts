import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_OUR_RULES, type RuleFilter } from '#renderer/app/view.ts';
import { type FindableRule, matcherOf, narrows, revealing, sortRules } from '#renderer/features/rules/matching.ts';
import { fold } from '#shared/model/fold.ts';
import { Cloud, Program, StaffRole } from '#shared/model/partner.ts';
import { ActionName, CustomerRole } from '#shared/model/policy.ts';

function ruleOf(rule: string, traits: Partial<FindableRule> = {}): FindableRule {
  const name = traits.name ?? rule;
  return {
    rule,
    clouds: ['21vianet', 'global'],
    actions: [],
    effects: [],
    programs: [],
    roles: [],
    customerRoles: [],
    sources: [],
    ...traits,
    name,
    haystack: fold(`${rule}\n${name}`),
  };
}

const found = (rules: readonly FindableRule[], filter: Partial<RuleFilter>, ours: Cloud = '21vianet') =>
  rules.filter(matcherOf({ ...ALL_OUR_RULES, ...filter }, ours)).map(({ rule }) => rule);

describe('finding rules', () => {
  const china = ruleOf('R03', { clouds: ['21vianet'] });
  const world = ruleOf('R04', { clouds: ['global'] });
  const both = ruleOf('R01');

  it('begins with those of our own cloud', () => {
    expect(found([both, china, world], {}, '21vianet')).toEqual(['R01', 'R03']);
    expect(found([both, china, world], {}, 'global')).toEqual(['R01', 'R04']);
  });

  it('takes either cloud, or both, when asked', () => {
    expect(found([both, china, world], { cloud: 'global' })).toEqual(['R01', 'R04']);
    expect(found([both, china, world], { cloud: null })).toEqual(['R01', 'R03', 'R04']);
  });

  it('takes the rules of a program and those that ask for none', () => {
    const reseller = ruleOf('R05', { programs: ['indirect-reseller'] });
    const seller = ruleOf('R18', { programs: ['direct-bill', 'indirect-provider'] });
    expect(found([both, reseller, seller], { program: 'indirect-reseller' })).toEqual(['R01', 'R05']);
    expect(found([both, reseller, seller], { program: 'direct-bill' })).toEqual(['R01', 'R18']);
  });

  it('tells a global administrator of ours from one of the customer’s', () => {
    const staff = ruleOf('R20', { roles: ['admin-agent', 'global-admin'] });
    const customer = ruleOf('R09', { customerRoles: ['global-admin'] });
    const nobody = ruleOf('R00');
    const rules = [nobody, customer, staff];
    expect(found(rules, { role: { side: 'staff', role: 'global-admin' } })).toEqual(['R00', 'R20']);
    expect(found(rules, { role: { side: 'customer', role: 'global-admin' } })).toEqual(['R00', 'R09']);
    expect(found(rules, { role: { side: 'staff', role: 'sales-agent' } })).toEqual(['R00']);
  });

  it('takes only the rules that speak of an action', () => {
    const sending = ruleOf('R02', { actions: ['invitation.send'] });
    expect(found([both, sending], { action: 'invitation.send' })).toEqual(['R02']);
  });

  it('finds words without regard to letter case and width, each of them somewhere', () => {
    const dap = ruleOf('R13', { name: '每项服务只有一家 DAP 合作伙伴' });
    expect(found([both, dap], { search: 'ｄａｐ' })).toEqual(['R13']);
    expect(found([both, dap], { search: ' 合作伙伴  r13 ' })).toEqual(['R13']);
    expect(found([both, dap], { search: 'dap r01' })).toEqual([]);
  });
});

const filters = fc.record({
  search: fc.constantFrom('', ' ', 'r1', 'nowhere'),
  cloud: fc.constantFrom('ours' as const, null, ...Cloud.options),
  program: fc.constantFrom(null, ...Program.options),
  role: fc.constantFrom(
    null,
    ...StaffRole.options.map((role) => ({ side: 'staff' as const, role })),
    ...CustomerRole.options.map((role) => ({ side: 'customer' as const, role })),
  ),
  action: fc.constantFrom(null, ...ActionName.options),
});

const tables = fc.uniqueArray(
  fc
    .record({
      number: fc.integer({ min: 0, max: 31 }),
      clouds: fc.subarray([...Cloud.options], { minLength: 1 }),
      actions: fc.subarray([...ActionName.options]),
      programs: fc.subarray([...Program.options]),
      roles: fc.subarray([...StaffRole.options]),
      customerRoles: fc.subarray([...CustomerRole.options]),
    })
    .map(({ number, ...traits }) => ruleOf(`R${String(number).padStart(2, '0')}`, traits)),
  { selector: ({ rule }) => rule },
);

describe('the filter of the rules', () => {
  it('never shows more for a part of it being set than for that part left open', () => {
    const open = { search: '', cloud: null, program: null, role: null, action: null };
    fc.assert(
      fc.property(tables, filters, fc.constantFrom(...Cloud.options), (rules, filter, ours) => {
        const shown = found(rules, filter, ours);
        for (const part of ['search', 'cloud', 'program', 'role', 'action'] as const) {
          expect(found(rules, { ...filter, [part]: open[part] }, ours)).toEqual(expect.arrayContaining(shown));
        }
      }),
    );
  });

  it('offers to be cleared exactly when something besides our own cloud is set', () => {
    expect(narrows(ALL_OUR_RULES)).toBe(false);
    expect(narrows({ ...ALL_OUR_RULES, search: '  ' })).toBe(false);
    expect(narrows({ ...ALL_OUR_RULES, search: 'dap' })).toBe(true);
    expect(narrows({ ...ALL_OUR_RULES, cloud: null })).toBe(true);
    expect(narrows({ ...ALL_OUR_RULES, role: { side: 'staff', role: 'sales-agent' } })).toBe(true);
  });
});

describe('a rule that is sought', () => {
  const sending = ruleOf('R02', { actions: ['invitation.send'], programs: ['advisor'] });

  it('takes away what hides it, and nothing else', () => {
    const filter: RuleFilter = {
      search: 'nowhere',
      cloud: null,
      program: 'advisor',
      role: { side: 'staff', role: 'sales-agent' },
      action: 'customer.view',
    };
    expect(revealing(filter, sending, '21vianet')).toEqual({ ...filter, search: '', action: null });
  });

  it('of the other cloud shows both', () => {
    const world = ruleOf('R30', { clouds: ['global'] });
    expect(revealing(ALL_OUR_RULES, world, '21vianet').cloud).toBeNull();
    expect(revealing({ ...ALL_OUR_RULES, cloud: '21vianet' }, world, 'global').cloud).toBe('ours');
  });

  it('is always in sight then, and a filter that shows it already stays whole', () => {
    fc.assert(
      fc.property(tables, filters, fc.constantFrom(...Cloud.options), (rules, filter, ours) => {
        for (const rule of rules) {
          const shown = revealing(filter, rule, ours);
          expect(matcherOf(shown, ours)(rule)).toBe(true);
          if (matcherOf(filter, ours)(rule)) expect(shown).toEqual(filter);
        }
      }),
    );
  });
});

describe('the order of the rules', () => {
  const collator = new Intl.Collator('en');
  const customers: Readonly<Record<string, number>> = { R08: 24, R11: 9, R12: 9 };
  const of = (rule: string) => customers[rule] ?? 0;
  const rules = [
    ruleOf('R12', { name: 'b' }),
    ruleOf('R00', { name: 'c' }),
    ruleOf('R11', { name: 'a' }),
    ruleOf('R08'),
  ];
  const ordered = (column: 'rule' | 'name' | 'customers', descending: boolean) =>
    sortRules(rules, { column, descending }, of, collator).map(({ rule }) => rule);

  it('is by number, by name, or by how many customers they decide', () => {
    expect(ordered('rule', false)).toEqual(['R00', 'R08', 'R11', 'R12']);
    expect(ordered('rule', true)).toEqual(['R12', 'R11', 'R08', 'R00']);
    expect(ordered('name', false)).toEqual(['R11', 'R12', 'R00', 'R08']);
  });

  it('leaves those that decide equally many in the order of their numbers, in either direction', () => {
    expect(ordered('customers', true)).toEqual(['R08', 'R11', 'R12', 'R00']);
    expect(ordered('customers', false)).toEqual(['R00', 'R11', 'R12', 'R08']);
  });
});
