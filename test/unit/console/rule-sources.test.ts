import { describe, expect, test } from 'vitest';
import { RULES } from '#electron/policy/index.ts';
import { sourceAddress } from '#electron/procedures/source-address.ts';
import { problemOf } from '#test/unit/support/problem-of.ts';

describe('the page that a rule rests on', () => {
  const places = RULES.flatMap(({ id, sources }) => sources.map(({ url }, index) => ({ rule: id, index, url })));

  test.each(places.filter(({ url }) => url !== null))('$rule, source $index is opened at its own address', (place) => {
    expect(sourceAddress(place.rule, place.index)).toBe(place.url);
    expect(place.url).toMatch(/^https:\/\//);
  });

  test('is not opened where the table gives no address, or has no such rule or source', () => {
    const without = places.filter(({ url }) => url === null);
    expect(without).not.toHaveLength(0);
    const absent = [...without, { rule: 'R99', index: 0 }, { rule: 'R11', index: 99 }, { rule: 'R11', index: 0.5 }];
    for (const { rule, index } of absent) {
      expect(problemOf(() => sourceAddress(rule, index)).key, `${rule} ${index}`).toBe('unknownSource');
    }
  });
});
