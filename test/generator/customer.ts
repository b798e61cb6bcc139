import { CustomerId } from '#shared/model/ids.ts';
import type { Provenance } from '#shared/model/provenance.ts';
import { company } from './names/companies.ts';
import { Random } from './random.ts';
import { daysFromNow, type Partner, type World } from './world.ts';

/**
 * How a customer stands to us: buys from us alone, through a reseller of ours, left us an adviser, or hires us without
 * having bought anything from us.
 */
export type Standing = 'own' | 'through-reseller' | 'advisor' | 'stranger';

const STANDINGS = [
  ['own', 42],
  ['through-reseller', 36],
  ['advisor', 7],
  ['stranger', 15],
] as const;

/** Few resellers sell most. */
const RESELLER_BENDS = 2.2;

/** What all parts of a dossier are made from. */
export interface Customer {
  readonly world: World;
  readonly random: Random;
  readonly id: CustomerId;
  readonly name: string;
  readonly domain: string;
  readonly standing: Standing;
  /** The reseller of ours that serves it. */
  readonly reseller: Partner | null;
  /** Where its list entry came from. */
  readonly listed: Provenance;
  /** What Partner Center said of it. */
  readonly pulled: Provenance;
  /** The last reconciliation file that named it. */
  readonly reconciled: Provenance;
}

/** The id of the nth customer of a seed, without making the rest of it. */
export function customerId(seed: number, nth: number): CustomerId {
  return CustomerId.parse(new Random(seed, `customer ${nth}`).guid());
}

/** The nth customer of a world. */
export function customerOf(world: World, nth: number): Customer {
  const random = new Random(world.seed, `customer ${nth}`);
  const id = CustomerId.parse(random.guid());
  const { ending, label, name } = company(random);
  const standing = random.weighted(STANDINGS);
  const place = Math.floor(random.share() ** RESELLER_BENDS * world.resellers.length);
  const reseller = standing === 'through-reseller' ? (world.resellers[place] ?? null) : null;
  const observed = (source: string, days: number): Provenance => ({
    basis: 'observed',
    source,
    asOf: daysFromNow(days),
  });
  return {
    world,
    random,
    id,
    name,
    domain: `${label}-${nth.toString(36)}${ending}`,
    standing,
    reseller,
    listed: observed('file:Customers.csv', -20 - random.integer(0, 2)),
    pulled: observed('partner-center', -random.share() * 9 - 0.05),
    reconciled: observed('file:reconciliation-2026-10.csv', -11),
  };
}
