/** A part of a request: facts of the asker, of the act, of the thing, of its customer, and of the circumstances. */
export interface Facts {
  readonly type?: 'partner-staff' | 'customer-admin';
  readonly subject?: Readonly<Record<string, unknown>>;
  readonly act?: string;
  readonly asked?: Readonly<Record<string, unknown>>;
  readonly on?: 'customer' | 'subscription' | 'invitation' | 'delegation';
  readonly thing?: Readonly<Record<string, unknown>>;
  readonly customer?: Readonly<Record<string, unknown>>;
  readonly context?: Readonly<Record<string, unknown>>;
}

/** The values that one fact (or a few that go together) takes, pairwise different. `undefined` leaves it unknown. */
export type Dimension = readonly Facts[];

/** A box in the space of facts: all combinations of its dimensions, which vary different facts. */
export interface Region {
  readonly name: string;
  readonly dimensions: readonly Dimension[];
}

type FactGroup = 'subject' | 'asked' | 'thing' | 'customer' | 'context';

/** The values of one property of one group of facts. */
export function vary(group: FactGroup, property: string, values: readonly unknown[]): Dimension {
  return values.map((value) => ({ [group]: { [property]: value } }));
}

/** The acts, each of them asked. */
export function acts(...names: readonly string[]): Dimension {
  return names.map((act) => ({ act }));
}

/** Facts that stay the same all over a region. */
export function always(facts: Facts): Dimension {
  return [facts];
}

export function sizeOf({ dimensions }: Region): number {
  return dimensions.reduce((size, { length }) => size * length, 1);
}

const GROUPS: readonly FactGroup[] = ['subject', 'asked', 'thing', 'customer', 'context'];

function merge(patches: readonly Facts[]) {
  const single: { type?: string; act?: string; on?: string } = {};
  const groups: Record<FactGroup, Record<string, unknown>> = {
    subject: {},
    asked: {},
    thing: {},
    customer: {},
    context: {},
  };
  let isCustomerKnown = false;
  for (const patch of patches) {
    if (patch.type !== undefined) single.type = patch.type;
    if (patch.act !== undefined) single.act = patch.act;
    if (patch.on !== undefined) single.on = patch.on;
    isCustomerKnown ||= patch.customer !== undefined;
    for (const group of GROUPS) if (patch[group] !== undefined) Object.assign(groups[group], patch[group]);
  }
  return { ...single, ...groups, isCustomerKnown };
}

/**
 * The request number `index` of a region, by mixed radix: each dimension is a digit. It is raw, as someone would
 * send it, and still to be read by the schema.
 */
export function rawRequestIn({ dimensions }: Region, index: number): unknown {
  let rest = index;
  const patches = dimensions.flatMap((dimension) => {
    const patch = dimension[rest % dimension.length];
    rest = Math.floor(rest / dimension.length);
    return patch === undefined ? [] : [patch];
  });
  const { type, act, on, subject, asked, thing, customer, context, isCustomerKnown } = merge(patches);
  const ofCustomer = isCustomerKnown ? { customer } : {};
  const properties = on === 'customer' ? customer : on === 'subscription' ? { ...thing, ...ofCustomer } : thing;
  return {
    subject: { type, id: 'someone', properties: subject },
    action: { name: act, properties: asked },
    // A customer's id is its tenant id; the letters' case must not matter.
    resource: { type: on, id: on === 'customer' ? 'Customer' : 'something', properties },
    context,
  };
}
