import { describe, expect, test } from 'vitest';
import {
  groupAnswers,
  groupOf,
  invitationAfter,
  markOf,
  reasonsByRule,
  tally,
} from '#renderer/features/policy/answers.ts';
import { factName } from '#renderer/features/policy/fact-name.ts';
import { ActionName, type Capability, type Outcome, type Remedy } from '#shared/model/policy.ts';

const answer = (action: ActionName, outcome: Outcome): Capability => ({
  action,
  properties: {},
  decision: outcome === 'allow',
  context: { outcome, rule: 'R12', reasons: [], missing: [], remedies: [], obligations: [] },
});

describe('answers under their headings', () => {
  test('administering is kept apart from buying and selling', () => {
    expect(groupOf('subscription.provision')).toBe('administer');
    expect(groupOf('subscription.support')).toBe('administer');
    expect(groupOf('subscription.upgrade')).toBe('commerce');
    expect(groupOf('subscription.view-bill')).toBe('commerce');
  });

  test('every action of the policy has exactly one heading, and none is lost', () => {
    const asked = ActionName.options.map((action) => answer(action, 'allow'));
    const shown = groupAnswers(asked).flatMap(({ answers }) => answers.map(({ action }) => action));
    expect([...shown].sort()).toEqual([...ActionName.options].sort());
  });

  test('a heading without answers does not appear', () => {
    expect(groupAnswers([answer('staff.manage', 'deny')]).map(({ group }) => group)).toEqual(['staff']);
  });
});

describe('the marks of a subscription', () => {
  test('commerce says yes only if every act of commerce is allowed', () => {
    const acts = [answer('subscription.add-seats', 'allow'), answer('subscription.cancel', 'allow')];
    expect(markOf(acts, 'commerce')).toBe('allow');
    expect(markOf([...acts, answer('subscription.renew', 'unknown')], 'commerce')).toBe('unknown');
    expect(
      markOf([...acts, answer('subscription.renew', 'unknown'), answer('subscription.suspend', 'deny')], 'commerce'),
    ).toBe('deny');
  });

  test('the bill, which other staff may see, does not decide over commerce', () => {
    const acts = [answer('subscription.add-seats', 'allow'), answer('subscription.view-bill', 'deny')];
    expect(markOf(acts, 'commerce')).toBe('allow');
  });

  test('a mark that nothing was asked for stays empty', () => {
    expect(markOf([answer('subscription.add-seats', 'allow')], 'support')).toBeNull();
  });

  test('answers are counted by outcome', () => {
    expect(tally([answer('customer.view', 'allow'), answer('customer.edit', 'deny')])).toEqual({
      allow: 1,
      deny: 1,
      unknown: 0,
    });
  });
});

test('a rule that denies for two reasons stands there once, with each source once', () => {
  const source = { title: 'Add licenses', url: 'https://example.com/add', date: null };
  const other = { title: 'Requests', url: 'https://example.com/request', date: null };
  expect(
    reasonsByRule([
      { rule: 'R15', effect: 'deny', source },
      { rule: 'R15', effect: 'deny', source },
      { rule: 'R15', effect: 'deny', source: other },
      { rule: 'R08', effect: 'allow', source: null },
    ]),
  ).toEqual([
    { rule: 'R15', effect: 'deny', sources: [source, other] },
    { rule: 'R08', effect: 'allow', sources: [] },
  ]);
});

describe('the way from an answer to an invitation', () => {
  const withRemedy = (remedy: Omit<Remedy, 'rule'>): Capability => {
    const no = answer('subscription.support', 'deny');
    return { ...no, context: { ...no.context, remedies: [{ ...remedy, rule: 'R11' }] } };
  };
  const request = { action: 'delegation.request', by: 'our-staff' } as const;
  const asked = (kind: 'dap' | 'gdap') => ({ ...answer('delegation.request', 'allow'), properties: { kind } });

  test('leads on 21Vianet through the DAP that travels with a reseller invitation', () => {
    const throughDap = { kind: 'reseller', for: 'dap' };
    expect(invitationAfter(withRemedy(request), '21vianet')).toEqual(throughDap);
    expect(invitationAfter(asked('dap'), '21vianet')).toEqual(throughDap);
  });

  test('leads on the global cloud, and wherever GDAP is meant, to a GDAP request', () => {
    const toGdap = { kind: 'gdap', for: 'itself' };
    expect(invitationAfter(withRemedy(request), 'global')).toEqual(toGdap);
    expect(invitationAfter(withRemedy({ ...request, kind: 'gdap' }), '21vianet')).toEqual(toGdap);
    expect(invitationAfter(asked('gdap'), 'global')).toEqual(toGdap);
  });

  test('is straight where an invitation was asked for', () => {
    const straight = { kind: 'reseller', for: 'itself' };
    expect(invitationAfter(answer('invitation.create', 'allow'), 'global')).toEqual(straight);
  });

  test('does not exist where others must act, or the answer is no without a remedy', () => {
    expect(invitationAfter(withRemedy({ action: 'delegation.remove', by: 'customer' }), '21vianet')).toBeNull();
    expect(invitationAfter(answer('invitation.create', 'deny'), '21vianet')).toBeNull();
  });
});

test('a missing fact is named by the last step of its path', () => {
  expect(factName('resource.properties.customer.delegations[0].assignments')).toBe('assignments');
  expect(factName('subject.properties.groups')).toBe('groups');
  expect(factName('delegations[2]')).toBe('delegations');
});

test('the status of some delegation is missing as “the delegations”, not as a mere “status”', () => {
  expect(factName('resource.properties.customer.delegations[0].status')).toBe('delegations');
  expect(factName('resource.properties.customer.delegations[0].assignments[1].status')).toBe('assignments');
  expect(factName('resource.properties.delegations[0].endDateTime')).toBe('endDateTime');
  expect(factName('resource.properties.status')).toBe('status');
});
