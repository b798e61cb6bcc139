import { readIfThere } from './digest.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @param {boolean} passed @returns {Counts} of one step */
export function countStep(passed) {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

/** @param {readonly Counts[]} all @returns {Counts} */
export function sum(all) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of all) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}

/**
 * A runner that ends badly without a failed test has failed all the same: a file that does not load, a crash.
 * @param {Counts} counts @param {number} code exit code of the runner
 * @returns {Counts}
 */
function withExitCode(counts, code) {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/**
 * @param {string} file vitest's JSON report
 * @param {number} code exit code of vitest
 * @returns {Counts}
 */
export function countVitest(file, code) {
  const text = readIfThere(file);
  if (text === '') return countStep(false);
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(text);
  return withExitCode(
    { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests },
    code,
  );
}

/**
 * @param {string} file Playwright's JSON report
 * @param {number} code exit code of Playwright
 * @returns {Counts}
 */
export function countPlaywright(file, code) {
  const text = readIfThere(file);
  if (text === '') return countStep(false);
  const { expected, unexpected, flaky, skipped } = JSON.parse(text).stats;
  return withExitCode({ passed: expected, failed: unexpected + flaky, skipped }, code);
}
