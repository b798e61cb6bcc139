import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBundled } from './bundle.mjs';
import { ensureFloor } from './floor.mjs';
import { countPlaywright, countStep, countVitest, sum } from './lib/counts.mjs';
import { readIfThere } from './lib/digest.mjs';
import { openDisplay } from './lib/display.mjs';
import { currentElectron, electronVersion, missingLibraries } from './lib/electron.mjs';
import { commandOf, OUT, productNode } from './lib/paths.mjs';
import { run, stopIfAsked } from './lib/run.mjs';
import { runScript, SetupError, say } from './lib/say.mjs';
import { lint } from './lint.mjs';
import { ensureInstalled } from './setup.mjs';
import { ensurePython, ensureSystemPackages } from './system.mjs';

/** @typedef {import('./lib/counts.mjs').Counts} Counts */

const REPORTS = join(OUT, 'reports');

/** @param {readonly string[]} args for vitest @returns {Promise<Counts>} */
async function unit(args) {
  await ensurePython();
  const report = join(REPORTS, 'unit.json');
  const command = [commandOf('vitest'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const tortures = join(REPORTS, 'torture.jsonl');
  const { code } = await run(productNode(), [...command, ...args], { env: { TORTURE_COUNTS: tortures } });
  process.stdout.write(readIfThere(tortures));
  return countVitest(report, code);
}

/**
 * What the end-to-end tests run in. The floor Electron and Chromium must be there; the current Electron runs the
 * tests too wherever it can be had.
 */
async function engines() {
  await ensureSystemPackages();
  const floor = await ensureFloor();
  const current = await currentElectron();
  const usable = current !== undefined && (await missingLibraries(current)).length === 0;
  if (!usable)
    say(`Electron ${electronVersion()} cannot be had here: the tests run on the floor Electron and Chromium.`);
  return {
    projects: ['electron', 'browser', ...(usable ? ['electron-current'] : [])],
    env: { FLOOR_ELECTRON: floor, ...(usable ? { CURRENT_ELECTRON: current } : {}) },
  };
}

/** @param {readonly string[]} args for Playwright @returns {Promise<Counts>} */
async function endToEnd(args) {
  const { projects, env } = await engines();
  await ensureBundled();
  const report = join(REPORTS, 'e2e.json');
  const chosen = args.some((arg) => arg.startsWith('--project')) ? [] : projects.map((name) => `--project=${name}`);
  const command = [
    commandOf('@playwright/test', 'playwright'),
    'test',
    '--config=test/e2e/playwright.config.ts',
    '--reporter=list,json',
  ];
  const display = await openDisplay();
  try {
    const { code } = await run(productNode(), [...command, '--forbid-only', '--retries=0', ...chosen, ...args], {
      env: { ...env, DISPLAY: display.name, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    });
    return countPlaywright(report, code);
  } finally {
    display.stop();
  }
}

/** @type {Readonly<Record<string, (args: readonly string[]) => Promise<Counts>>>} */
const PARTS = { lint, unit, e2e: endToEnd };

/**
 * Runs a part; what it cannot be set up with is one failure, and the other parts run all the same.
 * @param {string} name @param {readonly string[]} args
 * @returns {Promise<Counts>}
 */
async function runPart(name, args) {
  try {
    return (await PARTS[name]?.(args)) ?? countStep(false);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    return countStep(false);
  } finally {
    stopIfAsked();
  }
}

// `npm test` runs everything; `npm test -- unit`, `-- lint` or `-- e2e` one part, with what follows handed on to it.
await runScript(async () => {
  const [part, ...args] = process.argv.slice(2);
  if (part !== undefined && !Object.hasOwn(PARTS, part)) {
    throw new SetupError(`There is no part "${part}" of the tests: name lint, unit or e2e, or none for all.`);
  }
  await ensureInstalled();
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  const counts = [];
  for (const name of part === undefined ? Object.keys(PARTS) : [part]) counts.push(await runPart(name, args));
  const { passed, failed, skipped } = sum(counts);
  if (skipped > 0) say(`${skipped} skipped`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
