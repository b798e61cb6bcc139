/**
 * JSON in one form only, after RFC 8785 (JSON Canonicalization Scheme): no white space, the fields of every object in
 * the order of their names' UTF-16 code units, strings and numbers as ECMAScript's `JSON.stringify` writes them. Equal
 * values give equal texts, whatever the order of their fields.
 *
 * @param value what `JSON.parse` gives
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([name, held]) => `${JSON.stringify(name)}:${canonicalJson(held)}`).join(',')}}`;
}
