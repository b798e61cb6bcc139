import { pinyin } from 'pinyin-pro';
import type { Dossier } from '#shared/model/dossier.ts';
import { fold } from '#shared/model/fold.ts';
import type { Subscription } from '#shared/model/subscription.ts';

export { wordsOf } from '#shared/model/fold.ts';

/** Han characters, whose readings are searchable too. */
const HAN = /\p{Script=Han}/u;

const haystacks = new WeakMap<Dossier, string>();

/** What a customer is found by: name, domain, tenant id, pinyin in full and by initials. */
export function haystackOf(dossier: Dossier): string {
  const kept = haystacks.get(dossier);
  if (kept !== undefined) return kept;
  const name = dossier.name.value;
  const parts = [fold(name), dossier.domain?.value.toLowerCase() ?? '', dossier.id, ...readings(name)];
  const made = parts.join('\n');
  haystacks.set(dossier, made);
  return made;
}

const subscriptionHaystacks = new WeakMap<Subscription, { dossier: Dossier; haystack: string }>();

/** What a subscription is found by: its own name and id, and whatever its customer is found by. */
export function subscriptionHaystackOf(dossier: Dossier, subscription: Subscription): string {
  const kept = subscriptionHaystacks.get(subscription);
  if (kept?.dossier === dossier) return kept.haystack;
  const haystack = `${haystackOf(dossier)}\n${fold(subscription.name)}\n${subscription.id}`;
  subscriptionHaystacks.set(subscription, { dossier, haystack });
  return haystack;
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
