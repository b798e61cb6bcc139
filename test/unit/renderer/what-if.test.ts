import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settled, subjectOf, supposing } from '#renderer/features/what-if/changes.ts';
import {
  dayAhead,
  dayOf,
  daysAfter,
  endings,
  extensionsPassed,
  liveDelegations,
  servicesOf,
  startOfDay,
} from '#renderer/features/what-if/choices.ts';
import { bySubject, tallyTurns } from '#renderer/features/what-if/turns.ts';
import { ChangedAnswer } from '#shared/contract/policy.ts';
import { SubscriptionId, TenantId } from '#shared/model/ids.ts';
import type { Outcome } from '#shared/model/policy.ts';
import { Change } from '#shared/model/what-if.ts';
import { aDossier, aSubscription } from '#test/unit/support/dossiers.ts';
import { CUSTOMER, STRANGER, US } from '#test/unit/support/questions.ts';

const us = TenantId.parse(US);
const NOW = Date.parse('2026-11-22T00:00:00Z');
const OBSERVED = { basis: 'observed', source: 'graph', asOf: '2026-11-20T00:00:00Z' };

const change = (given: unknown): Change => Change.parse(given);

const delegation = (id: string, more: Record<string, unknown> = {}) => ({
  id,
  kind: 'gdap',
  name: id,
  partner: US,
  status: 'active',
  service: '*',
  roles: [],
  assignments: [],
  duration: null,
  autoExtend: false,
  createdAt: null,
  activatedAt: null,
  endsAt: null,
  provenance: OBSERVED,
  ...more,
});

describe('a list of assumptions', () => {
  const any = fc.constantFrom(
    ...[
      { change: 'time', at: '2027-01-01T00:00:00Z' },
      { change: 'time', at: '2028-01-01T00:00:00Z' },
      { change: 'staff-roles', roles: ['sales-agent'] },
      { change: 'staff-roles', roles: [] },
      { change: 'grant-dap', partner: US, service: '*' },
      { change: 'grant-dap', partner: US, service: 'visio' },
      { change: 'grant-dap', partner: STRANGER, service: '*' },
      { change: 'end-dap' },
      { change: 'channel', subscription: 's1', channel: 'direct' },
      { change: 'channel', subscription: 's2', channel: 'direct' },
      { change: 'status', subscription: 's1', status: 'active' },
      { change: 'end-delegation', delegation: 'd1' },
      { change: 'gdap-offered' },
    ].map(change),
  );

  it('holds one assumption about each subject: the last', () => {
    fc.assert(
      fc.property(fc.array(any), (changes) => {
        const held = settled(changes, us);
        const subjects = held.map((one) => subjectOf(one, us));
        expect(new Set(subjects).size).toBe(subjects.length);
        for (const one of changes) expect(subjects).toContain(subjectOf(one, us));
        for (const one of held) {
          const last = changes.filter((other) => subjectOf(other, us) === subjectOf(one, us)).at(-1);
          expect(one).toEqual(last);
        }
      }),
    );
  });

  it('knows that our DAP can’t be granted and end at once', () => {
    const granted = change({ change: 'grant-dap', partner: US, service: '*' });
    const ended = change({ change: 'end-dap' });
    expect(supposing([granted], ended, us)).toEqual([ended]);
    expect(supposing([ended], granted, us)).toEqual([granted]);
  });

  it('holds two GDAP relationships that give different roles, and one that gives the same', () => {
    const [global, license] = ['62e90394-69f5-4237-9190-012177145e10', '4d6ac14f-3453-41d0-bef9-a3e0c569773a'];
    const gdap = (...roles: (string | undefined)[]) => change({ change: 'grant-gdap', roles });
    expect(supposing([gdap(global)], gdap(license), us)).toEqual([gdap(global), gdap(license)]);
    expect(supposing([gdap(global, license)], gdap(license, global), us)).toEqual([gdap(license, global)]);
  });

  it('keeps what is about something else, and the order', () => {
    const time = change({ change: 'time', at: '2027-01-01T00:00:00Z' });
    const later = change({ change: 'time', at: '2028-01-01T00:00:00Z' });
    const offered = change({ change: 'gdap-offered' });
    expect(supposing([time, offered], later, us)).toEqual([later, offered]);
  });
});

describe('what can end', () => {
  const dossier = aDossier(CUSTOMER, 'Contoso', {
    delegatedAccess: { value: true, ...OBSERVED },
    delegations: [
      delegation('later', { endsAt: '2027-06-01T00:00:00Z', autoExtend: true }),
      delegation('sooner', { status: 'expiring', endsAt: '2026-12-01T00:00:00Z' }),
      delegation('over', { status: 'expired', endsAt: '2026-01-01T00:00:00Z' }),
      delegation('asked', { status: 'approvalPending' }),
      delegation('ours', { kind: 'dap', status: 'approved' }),
      delegation('theirs', { kind: 'dap', status: 'approved', partner: STRANGER }),
    ],
  });

  it('is every delegation in force, and our DAP once only', () => {
    expect(liveDelegations(dossier, us).map(({ id }) => id)).toEqual(['sooner', 'later', 'theirs']);
    const untold = { ...dossier, delegatedAccess: null };
    expect(liveDelegations(untold, us).map(({ id }) => id)).toContain('ours');
  });

  it('has a day after, the soonest first', () => {
    expect(endings(dossier, us, NOW).map(({ id }) => id)).toEqual(['sooner', 'later']);
    expect(endings(dossier, us, Date.parse('2027-01-01T00:00:00Z')).map(({ id }) => id)).toEqual(['later']);
  });

  it('may have extended itself by then', () => {
    const passed = (at: string) => extensionsPassed(dossier, us, NOW, Date.parse(at)).map(({ id }) => id);
    expect(passed('2026-12-31T00:00:00Z')).toEqual([]);
    expect(passed('2027-06-01T00:00:00Z')).toEqual(['later']);
  });
});

describe('what is offered', () => {
  it('names each service once', () => {
    const of = (service: string) => ({ service: { value: service, ...OBSERVED } });
    const dossier = aDossier(CUSTOMER, 'Contoso', {
      subscriptions: [
        aSubscription('s1', 'Visio', 'direct', of('visio')),
        aSubscription('s2', 'E1', 'direct', of('office-365')),
        aSubscription('s3', 'E3', 'direct', of('office-365')),
        aSubscription('s4', 'Unknown', 'direct'),
      ],
    });
    expect(servicesOf(dossier)).toEqual(['office-365', 'visio']);
  });

  it('counts days from an instant, and begins a day at midnight here', () => {
    expect(daysAfter(NOW, 30)).toBe('2026-12-22T00:00:00.000Z');
    expect(startOfDay('2026-12-24')).toBe(new Date(2026, 11, 24).toISOString());
    expect(startOfDay('')).toBeNull();
    expect(startOfDay('+012026-12-24')).toBeNull();
    expect(dayOf(new Date(2026, 0, 5, 23, 59).getTime())).toBe('2026-01-05');
  });
});

describe('the day that the clock is moved to', () => {
  const noon = new Date(2026, 10, 22, 12).getTime();

  it('begins at midnight; today goes on from now', () => {
    expect(dayAhead('2026-11-23', noon)).toBe(new Date(2026, 10, 23).toISOString());
    expect(dayAhead('2026-11-22', noon)).toBe(new Date(noon).toISOString());
  });

  it('is not in the past, and is a day', () => {
    expect(dayAhead('2026-11-21', noon)).toBe('past');
    expect(dayAhead('1999-01-01', noon)).toBe('past');
    expect(dayAhead('', noon)).toBe('no-day');
  });
});

describe('the changed answers', () => {
  const answer = (subscription: string | null, before: Outcome, after: Outcome): ChangedAnswer => {
    const context = (outcome: Outcome, rule: string) => ({
      decision: outcome === 'allow',
      context: { outcome, rule, reasons: [], missing: [], remedies: [], obligations: [] },
    });
    return ChangedAnswer.parse({
      subscription,
      action: 'subscription.provision',
      properties: {},
      before: context(before, 'R08'),
      after: context(after, 'R11'),
    });
  };

  it('are told apart by what becomes of them', () => {
    const changed = [answer('s1', 'allow', 'deny'), answer('s1', 'deny', 'deny'), answer('s2', 'unknown', 'allow')];
    expect(tallyTurns(changed)).toEqual({ allow: 1, deny: 1, unknown: 0, sameAnswer: 1 });
  });

  it('stand under their subscription in the order of the dossier, those of the customer last', () => {
    const changed = [answer(null, 'allow', 'deny'), answer('s2', 'allow', 'deny'), answer('s1', 'allow', 'deny')];
    const ids = ['s1', 's2', 's3'].map((id) => SubscriptionId.parse(id));
    expect(bySubject(changed, ids).map(({ subscription }) => subscription)).toEqual(['s1', 's2', null]);
  });
});
