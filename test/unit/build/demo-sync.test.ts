import { expect, test } from 'vitest';
import { firstSync } from '#build/lib/demo-sync.mjs';

test('the demo’s first sync asks the simulated services faster than real ones bear', () => {
  const words = firstSync('tokens.json');
  const pace = Number(words[words.indexOf('--requests-per-minute') + 1]);
  expect(words.slice(0, 3)).toEqual(['sync', '--token-file', 'tokens.json']);
  // 100,000 customers of 3.3 requests each must not wait for it.
  expect(pace).toBeGreaterThanOrEqual(1_000_000);
});
