import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveClash } from '#electron/sync/clashes.ts';
import { mergeObservation } from '#electron/sync/merge.ts';
import { Dossier } from '#shared/model/dossier.ts';
import { TenantId } from '#shared/model/ids.ts';
import type { Channel } from '#shared/model/subscription.ts';
import { on, sold } from './support/merging.ts';

const ID = '52eaad04-13a2-4a2f-9ce8-93a294fadf36';
const US = TenantId.parse('60ea59db-a506-485e-94c5-d115f369e239');
const BY = 'li@partner.example';

/** A subscription that nobody knew the channel of, until staff declared it on the second day. */
const declared = (value: Channel, day = 2): Dossier => {
  const known = mergeObservation(undefined, guessed('advisor'), on(1)).dossier;
  return withChannel(known, value, day);
};

const guessed = (channel: Channel) =>
  sold(ID, 's1', channel, { purchase: { channel: { value: channel, basis: 'inferred' } } });

const withChannel = (dossier: Dossier, value: Channel, day: number): Dossier => ({
  ...dossier,
  subscriptions: dossier.subscriptions.map((one) => ({
    ...one,
    channel: { value, basis: 'declared', ...on(day, `staff:${BY}`) },
  })),
});

/** What Partner Center says then. */
const told = (dossier: Dossier, channel: Channel, day: number): Dossier =>
  mergeObservation(dossier, sold(ID, 's1', channel, { purchase: ourSale(channel) }), on(day)).dossier;

const ourSale = (channel: Channel) =>
  ({
    channel: { value: channel, basis: 'observed' },
    transactingPartner: { value: US, basis: 'observed' },
  }) as const;

const resolved = (dossier: Dossier, keep: 'staff' | 'upstream', channel: Channel = 'csp-own'): Dossier => {
  const after = resolveClash(dossier, `channel:s1:${channel}`, keep, BY, on(20).asOf);
  if (!after) throw new Error('no such clash');
  return Dossier.parse(after);
};

const channelOf = (dossier: Dossier) => dossier.subscriptions[0]?.channel;
const open = ({ clashes = [] }: Dossier) =>
  clashes
    .filter(({ resolved }) => resolved === null)
    .map(({ staff, upstream }) => `${staff.value} / ${upstream.value}`);

describe('a channel that staff declared and a source contradicts', () => {
  it('gives way, and both are kept until a person decides', () => {
    const after = told(declared('direct'), 'csp-own', 3);
    expect(channelOf(after)).toEqual({ value: 'csp-own', basis: 'observed', ...on(3) });
    expect(after.clashes).toEqual([
      {
        id: 'channel:s1:csp-own',
        subscription: 's1',
        field: 'channel',
        staff: { value: 'direct', ...on(2, `staff:${BY}`) },
        upstream: { value: 'csp-own', ...on(3) },
        foundAt: on(3).asOf,
        resolved: null,
      },
    ]);
    expect(Dossier.parse(after)).toEqual(after);
  });

  it('is contradicted by what a source says alone, not by what we reason from it', () => {
    const after = mergeObservation(declared('direct'), guessed('advisor'), on(3)).dossier;
    expect(channelOf(after)).toMatchObject({ value: 'direct', basis: 'declared' });
    expect(after.clashes).toBeUndefined();
  });

  it('is no clash where the source says the same', () => {
    const after = told(declared('direct'), 'direct', 3);
    expect(channelOf(after)).toMatchObject({ value: 'direct', basis: 'observed' });
    expect(after.clashes ?? []).toEqual([]);
  });

  it('stays one clash however often the source says it again', () => {
    const once = told(declared('direct'), 'csp-own', 3);
    const again = told(told(once, 'csp-own', 3), 'csp-own', 4);
    expect(again.clashes).toEqual(once.clashes);
  });

  it('is one clash with the source’s last word', () => {
    const after = told(told(declared('direct'), 'csp-own', 3), 'csp-indirect', 4);
    expect(open(after)).toEqual(['direct / csp-indirect']);
    expect(channelOf(after)).toMatchObject({ value: 'csp-indirect', basis: 'observed' });
    expect(after.clashes).toHaveLength(1);
  });

  it('is settled when the source comes round', () => {
    const after = told(told(declared('direct'), 'csp-own', 3), 'direct', 4);
    expect(after.clashes).toEqual([]);
    expect(channelOf(after)).toMatchObject({ value: 'direct', basis: 'observed' });
  });

  it('is nothing to another subscription', () => {
    const clashing = told(declared('direct'), 'csp-own', 3);
    const { dossier } = mergeObservation(clashing, sold(ID, 's2', 'direct'), on(4));
    expect(open(dossier)).toEqual(['direct / csp-own']);
  });
});

describe('a clash that is decided', () => {
  const clashing = told(declared('direct'), 'csp-own', 3);

  it('for staff gives the declared channel back, and nobody is known to transact it', () => {
    const after = resolved(clashing, 'staff');
    expect(channelOf(after)).toEqual({ value: 'direct', basis: 'declared', ...on(2, `staff:${BY}`) });
    expect(after.subscriptions[0]).toMatchObject({ transactingPartner: null, originalReseller: null });
    expect(after.clashes).toMatchObject([{ resolved: { keep: 'staff', by: BY, at: on(20).asOf } }]);
    expect(after.history.at(-1)).toMatchObject({ event: 'clash-resolved', by: BY, subjects: ['channel:s1'] });
  });

  it('for staff stays so against the same word, whatever partners it names', () => {
    const decided = resolved(clashing, 'staff');
    const after = told(decided, 'csp-own', 21);
    expect(channelOf(after)).toEqual(channelOf(decided));
    expect(after.subscriptions[0]?.transactingPartner).toBeNull();
    expect(open(after)).toEqual([]);
    // Recorded once more, after a process was killed.
    expect(told(after, 'csp-own', 21)).toBe(after);
  });

  it('for staff is a clash again when the source says yet another thing, until it says the old one', () => {
    const decided = resolved(clashing, 'staff');
    const other = told(decided, 'csp-indirect', 21);
    expect(open(other)).toEqual(['direct / csp-indirect']);
    expect(channelOf(other)).toMatchObject({ value: 'csp-indirect', basis: 'observed' });
    const back = told(other, 'csp-own', 22);
    expect(open(back)).toEqual([]);
    expect(channelOf(back)).toMatchObject({ value: 'direct', basis: 'declared' });
    expect(back.subscriptions[0]?.transactingPartner).toBeNull();
  });

  it('for the source lets its word stand, also its next one', () => {
    const decided = resolved(clashing, 'upstream');
    expect(channelOf(decided)).toEqual({ value: 'csp-own', basis: 'observed', ...on(3) });
    const after = told(told(decided, 'csp-own', 21), 'csp-indirect', 22);
    expect(channelOf(after)).toMatchObject({ value: 'csp-indirect', basis: 'observed' });
    expect(open(after)).toEqual([]);
  });

  it('for the source takes no newer date from its word', () => {
    const later = told(clashing, 'csp-own', 9);
    expect(channelOf(resolved(later, 'upstream'))).toEqual({ value: 'csp-own', basis: 'observed', ...on(9) });
  });

  it('cannot be decided twice, and one that nobody knows not at all', () => {
    for (const keep of ['staff', 'upstream'] as const) {
      expect(resolveClash(resolved(clashing, keep), 'channel:s1:csp-own', keep, BY, on(21).asOf)).toBeUndefined();
    }
    expect(resolveClash(clashing, 'channel:s1:csp-indirect', 'staff', BY, on(21).asOf)).toBeUndefined();
  });
});

describe('whatever a source says and a person decides', () => {
  const word = fc.constantFrom<Channel>('csp-own', 'csp-indirect', 'direct', 'advisor');
  const step = fc.oneof(
    fc.record({ says: word }),
    fc.record({ keep: fc.constantFrom('staff' as const, 'upstream' as const) }),
  );

  it('there is at most one open clash, about the channel that counts, and each word is decided once', () => {
    fc.assert(
      fc.property(word, fc.array(step, { maxLength: 12 }), (first, steps) => {
        let dossier = declared(first);
        for (const [nth, act] of steps.entries()) {
          const waiting = dossier.clashes?.find((one) => one.resolved === null);
          if ('says' in act) dossier = told(dossier, act.says, nth + 3);
          else if (waiting) dossier = resolved(dossier, act.keep, waiting.upstream.value);
          const clashes = dossier.clashes ?? [];
          const now = clashes.filter((one) => one.resolved === null);
          expect(now.length).toBeLessThanOrEqual(1);
          for (const { staff, upstream } of now) {
            expect(upstream.value).toBe(channelOf(dossier)?.value);
            expect(staff.value).not.toBe(upstream.value);
            expect(channelOf(dossier)?.basis).toBe('observed');
          }
          expect(new Set(clashes.map(({ id }) => id)).size).toBe(clashes.length);
          expect(Dossier.parse(dossier)).toEqual(dossier);
        }
      }),
    );
  });
});
