import { pinyin } from 'pinyin-pro';
import type { Dossier } from '#shared/model/dossier.ts';
import { fold } from '#shared/model/fold.ts';

export { wordsOf } from '#shared/model/fold.ts';

/** A customer by what people call it. A dossier is one. */
export interface NamedCustomer {
  readonly id: Dossier['id'];
  readonly name: { readonly value: string };
  readonly domain: { readonly value: string } | null;
}

/** Han characters, whose readings are searchable too. */
const HAN = /\p{Script=Han}/u;

const haystacks = new WeakMap<NamedCustomer, string>();

/** What a customer is found by: name, domain, tenant id, pinyin in full and by initials. Made once for each object. */
export function haystackOf(customer: NamedCustomer): string {
  const kept = haystacks.get(customer);
  if (kept !== undefined) return kept;
  const made = [fold(customer.name.value), customer.id, keysOf(customer)].join('\n');
  haystacks.set(customer, made);
  return made;
}

/** What a customer is found by besides name and id: its domain as it is written and as searches compare it, readings. */
export function keysOf({ domain, name }: NamedCustomer): string {
  const written = domain?.value.toLowerCase() ?? '';
  const folded = fold(written);
  return [written, ...(folded === written ? [] : [folded]), ...readings(name.value)].join('\n');
}

/** Whether every word of the query stands somewhere in the haystack. */
export function matches(haystack: string, words: readonly string[]): boolean {
  return words.every((word) => haystack.includes(word));
}

function readings(name: string): string[] {
  if (!HAN.test(name)) return [];
  const options = { toneType: 'none', type: 'array', nonZh: 'removed', v: true } as const;
  const syllables = pinyin(name, options);
  return [
    syllables.join('').toLowerCase(),
    syllables
      .map((syllable) => syllable[0] ?? '')
      .join('')
      .toLowerCase(),
  ];
}
