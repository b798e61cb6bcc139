import { Random } from '#test/generator/random.ts';

/** What services do to their bodies, though their documentation does not say so. Each has dice of its own by its id. */
export interface Quirks {
  /** An item of `GET /v1/customers`, or one of them alone. */
  customer(item: Item): Item;
  subscription(item: Item): Item;
  /** Seats of a SKU, which carry no id of their own: `subject` is the customer and the SKU. */
  sku(item: Item, subject: string): Item;
  /** A collection around one customer's items. */
  collection(body: Item, subject: string): Item;
  relationship(item: Item): Item;
  delegatedCustomer(item: Item): Item;
}

export type Item = Readonly<Record<string, unknown>>;

export interface QuirkOptions {
  readonly seed: number;
  /** Share of the items that nobody can read. */
  readonly unreadable: number;
  /** Ids of items that nobody can read. */
  readonly spoiled: ReadonlySet<string>;
}

/** Leaves all bodies as they are documented, but for items that are spoiled. */
export function createQuirks({ seed, spoiled, unreadable }: QuirkOptions, sprinkled: boolean): Quirks {
  const isSpoiled = (id: string, random: Random): boolean => {
    const drawn = random.chance(unreadable);
    return drawn || spoiled.has(id);
  };

  /** Spoils what is to be spoiled, and sprinkles quirks on the rest. */
  const quirk =
    (kind: string, spoil: Item, sprinkle: (item: Item, random: Random) => Item) =>
    (item: Item, subject = String(item.id)): Item => {
      const id = subject.toLowerCase();
      const random = new Random(seed, `quirk ${kind} ${id}`);
      if (isSpoiled(id, random)) return { ...item, ...spoil };
      return sprinkled ? sprinkle(withMore(item, random), random) : item;
    };

  return {
    customer: quirk('customer', { relationshipToPartner: { word: 'reseller' } }, (item, random) =>
      random.chance(0.06) ? { ...item, id: String(item.id).toUpperCase() } : item,
    ),
    subscription: quirk('subscription', { quantity: 'many' }, (item, random) => ({
      ...item,
      id: random.chance(0.2) ? mixedCase(String(item.id)) : item.id,
      ...(random.chance(0.25) && {
        creationDate: spaced(item.creationDate),
        effectiveStartDate: spaced(item.effectiveStartDate),
        commitmentEndDate: spaced(item.commitmentEndDate),
      }),
      ...(random.chance(0.1) && { links: undefined }),
      ...(random.chance(0.1) && { friendlyName: 'nickname', billingType: 'none' }),
    })),
    sku: quirk('sku', { totalUnits: '7', activeUnits: null }, (item) => item),
    collection: (body, subject) =>
      sprinkled && new Random(seed, `quirk links ${subject}`).chance(0.15) ? { ...body, links: undefined } : body,
    relationship: quirk('relationship', { customer: 'nobody' }, (item, random) => ({
      ...item,
      createdDateTime: fine(item.createdDateTime, random),
      lastModifiedDateTime: fine(item.lastModifiedDateTime, random),
      activatedDateTime: item.activatedDateTime ? fine(item.activatedDateTime, random) : random.chance(0.5) ? '' : null,
      endDateTime: fine(item.endDateTime, random),
      autoExtendDuration: item.autoExtendDuration === 'PT0S' && random.chance(0.5) ? 'P0D' : item.autoExtendDuration,
      ...(random.chance(0.06) && nameless(item)),
    })),
    delegatedCustomer: quirk('delegated customer', { tenantId: 7 }, (item, random) =>
      random.chance(0.06) ? { ...item, displayName: null } : item,
    ),
  };
}

/** A field that no documentation has. */
const withMore = (item: Item, random: Random): Item => (random.chance(0.08) ? { ...item, previewFlags: [] } : item);

const nameless = ({ customer }: Item): Item => ({
  customer: customer !== null && typeof customer === 'object' ? { ...customer, displayName: null } : customer,
});

/** `2015-11-25T06: 41: 12Z`, as a page of the documentation prints it. */
const spaced = (instant: unknown): unknown => (typeof instant === 'string' ? instant.replace(/:/gu, ': ') : instant);

/** Fractions of seven digits. */
function fine(instant: unknown, random: Random): unknown {
  if (typeof instant !== 'string' || instant === '') return instant;
  const digits = String(random.integer(0, 9999)).padStart(4, '0');
  return new Date(instant).toISOString().replace('Z', `${digits}Z`);
}

const mixedCase = (id: string): string => id.slice(0, 20).toUpperCase() + id.slice(20);
