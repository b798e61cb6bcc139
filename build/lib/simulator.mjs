import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { childEnvironment, productNode, ROOT } from './paths.mjs';
import { SetupError } from './say.mjs';

/**
 * @typedef {object} RunningSimulator
 * @property {string} url
 * @property {unknown} profile of the partner that it knows
 * @property {unknown} tokens that its services take
 * @property {() => void} end
 */

/**
 * Starts simulated services in a process of their own, which ends when we do, however that comes about.
 * @param {readonly string[]} args
 * @returns {Promise<RunningSimulator>}
 */
export async function startSimulator(args) {
  const child = spawn(productNode(), [join(ROOT, 'test/simulator/main.ts'), '--until-stdin-ends', ...args], {
    cwd: ROOT,
    env: childEnvironment(),
    stdio: ['pipe', 'pipe', 'inherit'],
    // Ctrl-C is for the console, which may have something to finish with it.
    detached: true,
  });
  const lines = createInterface({ input: child.stdout });
  const line = await Promise.race([
    once(lines, 'line').then(([text]) => String(text)),
    once(child, 'close').then(() => undefined),
  ]);
  if (line === undefined) throw new SetupError('The simulated services could not be started.');
  const { profile, tokens, url } = JSON.parse(line);
  return { url, profile, tokens, end: () => child.stdin.end() };
}
