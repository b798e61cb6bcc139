/** Facts of a single delegation that have a name of their own; the others are spoken of as "the delegations". */
const OF_DELEGATION: ReadonlySet<string> = new Set(['assignments', 'endDateTime']);

/**
 * The last named step of a property path: `resource.properties.transactingPartner` gives `transactingPartner`. A mere
 * "status" or "kind" of one of the listed delegations would name nothing, so that gives `delegations`.
 */
export function factName(path: string): string {
  const names = path.match(/[A-Za-z][A-Za-z-]*/g) ?? [];
  const last = names.at(-1) ?? path;
  const inside = names.at(-2);
  if (inside === 'assignments') return inside;
  return inside === 'delegations' && !OF_DELEGATION.has(last) ? inside : last;
}
