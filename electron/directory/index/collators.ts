const collators = new Map<string, Intl.Collator>();

/** How a language sorts names; numbers in them by their value. */
export function collatorOf(locale: string): Intl.Collator {
  const collator = collators.get(locale) ?? new Intl.Collator(locale, { numeric: true });
  collators.set(locale, collator);
  return collator;
}
