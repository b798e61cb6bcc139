import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countPlaywright, countStep, countVitest, sum } from '#build/lib/counts.mjs';

describe('the counts behind the summary line', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'counts-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const report = (contents: unknown) => {
    const file = join(folder, 'report.json');
    writeFileSync(file, JSON.stringify(contents));
    return file;
  };
  const vitest = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 };

  test('unit tests are counted from their report', () => {
    expect(countVitest(report(vitest), 0)).toEqual({ passed: 7, failed: 0, skipped: 2 });
  });

  test('a test file that does not load is a failure although no test failed', () => {
    expect(countVitest(report(vitest), 1)).toEqual({ passed: 7, failed: 1, skipped: 2 });
  });

  test('a runner that dies without a report is a failure', () => {
    expect(countVitest(join(folder, 'none.json'), 139)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(countPlaywright(join(folder, 'none.json'), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  test('an end-to-end test that passes at times only has failed', () => {
    const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 2 };
    expect(countPlaywright(report({ stats }), 1)).toEqual({ passed: 3, failed: 2, skipped: 2 });
  });

  test('a step counts as one, and counts add up', () => {
    expect(sum([countStep(true), countStep(false), countStep(true)])).toEqual({ passed: 2, failed: 1, skipped: 0 });
  });
});
