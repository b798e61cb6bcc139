import { describe, expect, it } from 'vitest';
import { withRemainders } from '#electron/sync/remainders.ts';
import { DelegationStatus } from '#shared/model/delegation.ts';
import { Dossier } from '#shared/model/dossier.ts';
import { CHANNELS, SubscriptionStatus } from '#shared/model/subscription.ts';
import { customerId } from '#test/generator/customer.ts';
import { dossierOf, dossiers } from '#test/generator/dossiers.ts';
import { NOW, worldOf } from '#test/generator/world.ts';

const WORLD = worldOf(7);
const MANY = [...dossiers(WORLD, 0, 3_000)];
const SUBSCRIPTIONS = MANY.flatMap(({ subscriptions }) => subscriptions);
const DELEGATIONS = MANY.flatMap(({ delegations }) => delegations);

const share = <T>(values: readonly T[], holds: (value: T) => boolean): number =>
  values.filter(holds).length / values.length;

describe('generated dossiers', () => {
  it('fit the model, with nothing left over', () => {
    for (const dossier of MANY) expect(Dossier.parse(dossier)).toStrictEqual(dossier);
  });

  it('are the same for the same seed, byte for byte, alone or in a row', () => {
    const again = worldOf(7);
    expect(JSON.stringify(again)).toBe(JSON.stringify(WORLD));
    expect(JSON.stringify([...dossiers(again, 0, 300)])).toBe(JSON.stringify(MANY.slice(0, 300)));
    expect(JSON.stringify(dossierOf(again, 2_345))).toBe(JSON.stringify(MANY[2_345]));
  });

  it('are others for another seed', () => {
    const others = new Set([...dossiers(worldOf(8), 0, 300)].map(({ id }) => id));
    expect(MANY.filter(({ id }) => others.has(id))).toEqual([]);
  });

  it('can be named without being made, and never share an id', () => {
    expect(MANY.map(({ id }) => id)).toEqual(MANY.map((_, nth) => customerId(7, nth)));
    expect(new Set(MANY.map(({ id }) => id)).size).toBe(MANY.length);
    expect(new Set(SUBSCRIPTIONS.map(({ id }) => id)).size).toBe(SUBSCRIPTIONS.length);
    expect(new Set(DELEGATIONS.map(({ id }) => id)).size).toBe(DELEGATIONS.length);
  });

  it('have 1 to 12 subscriptions, 4 on average, and 2 delegations on average', () => {
    const counts = MANY.map(({ subscriptions }) => subscriptions.length);
    expect(Math.min(...counts)).toBe(1);
    expect(Math.max(...counts)).toBe(12);
    expect(SUBSCRIPTIONS.length / MANY.length).toBeCloseTo(4, 0.5);
    expect(DELEGATIONS.length / MANY.length).toBeCloseTo(2, 0.5);
  });

  it('know every channel, status and delegation state', () => {
    for (const channel of CHANNELS)
      expect(share(SUBSCRIPTIONS, (one) => one.channel.value === channel)).toBeGreaterThan(0.02);
    expect(new Set(SUBSCRIPTIONS.map(({ status }) => status))).toEqual(new Set([...SubscriptionStatus.options, null]));
    expect(new Set(DELEGATIONS.map(({ status }) => status))).toEqual(new Set(DelegationStatus.options));
    expect(share(DELEGATIONS, ({ kind }) => kind === 'dap')).toBeGreaterThan(0.25);
  });

  it('are told of in five scripts and languages', () => {
    const named = (pattern: RegExp): number => share(MANY, ({ name }) => pattern.test(name.value));
    expect(named(/\p{Script=Han}/u)).toBeGreaterThan(0.65);
    expect(named(/[股資訊電國際業限]/u)).toBeGreaterThan(0.05);
    expect(named(/GmbH|AG$|e\. K\./u)).toBeGreaterThan(0.03);
    expect(named(/[İışŞğ]|Ltd\. Şti\./u)).toBeGreaterThan(0.03);
    expect(named(/Co\., Ltd\.|Inc\.|Holdings/u)).toBeGreaterThan(0.03);
  });

  it('invited three customers of a hundred', () => {
    expect(share(MANY, ({ invitations }) => invitations.length > 0)).toBeCloseTo(0.03, 1.5);
  });

  it('have their seat remainders reckoned already', () => {
    expect(SUBSCRIPTIONS.some(({ kind }) => kind === 'remainder')).toBe(true);
    for (const dossier of MANY) expect(withRemainders(dossier).dossier).toBe(dossier);
  });

  it('observe only what lists show, and declare only what staff may', () => {
    for (const { channel, kind } of SUBSCRIPTIONS) {
      const isOurs = channel.value === 'csp-own' || channel.value === 'csp-indirect';
      expect(channel.basis === 'observed').toBe(isOurs);
      if (channel.basis === 'declared') expect(channel.source).toMatch(/^staff:/u);
      if (kind === 'remainder') expect(isOurs).toBe(false);
    }
  });

  it('end delegations when their state says so', () => {
    for (const { endsAt, kind, status } of DELEGATIONS) {
      if (kind === 'dap' || endsAt === null) continue;
      const isOver = status === 'expired' || status === 'terminated';
      expect(Date.parse(endsAt) < NOW.getTime()).toBe(isOver);
    }
  });
});
