import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { createInterface } from 'node:readline';
import { childEnvironment, ROOT } from './paths.mjs';

/** How long a child that was asked to end may take, in milliseconds, before it is ended. */
const GRACE = 10_000;

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();

/** The signal that asked us to end, if any did. @type {NodeJS.Signals | undefined} */
let endedBy;

/** @param {'SIGINT' | 'SIGTERM' | 'SIGHUP'} signal */
function end(signal) {
  endedBy ??= signal;
  if (children.size === 0) process.exit(128 + constants.signals[signal]);
  for (const child of children) {
    child.kill(signal);
    setTimeout(() => child.kill('SIGKILL'), GRACE).unref();
  }
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => end(signal));

// A signal to npm ends the shell between npm and us, which hands nothing on: losing that parent is the signal.
if (process.env.npm_lifecycle_event !== undefined) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    end('SIGTERM');
  }, 500);
  watch.unref();
}

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env] added to the environment
 * @property {string} [cwd]
 * @property {'inherit' | 'quiet' | 'capture'} [output] what becomes of stdout and stderr; `quiet` sends stdout to our stderr
 * @property {(line: string) => boolean} [showLine] reads each line of stderr and says whether to show it
 * @property {number} [timeout] milliseconds; a child that takes longer is ended
 */

/**
 * @typedef {object} RunResult
 * @property {number} code exit code, 128 + n for signal n, 127 when the program could not be started
 * @property {NodeJS.Signals | null} signal that ended the child
 * @property {boolean} asked whether a signal to us ended it
 * @property {boolean} timedOut
 * @property {string} output stdout and stderr, when captured
 */

/**
 * Runs a program in the checkout. Signals to us go on to it, so that Ctrl-C leaves nothing behind.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function run(program, args, { env, cwd = ROOT, output = 'inherit', showLine, timeout } = {}) {
  return new Promise((resolve) => {
    const streams = /** @type {const} */ ({ inherit: 'inherit', quiet: process.stderr, capture: 'pipe' });
    const child = spawn(program, args, {
      cwd,
      env: { ...childEnvironment(), ...env },
      stdio: [output === 'capture' ? 'ignore' : 'inherit', streams[output], showLine ? 'pipe' : streams[output]],
      timeout,
    });
    children.add(child);
    let text = '';
    child.stdout?.on('data', (chunk) => {
      text += chunk;
    });
    if (showLine && child.stderr) {
      createInterface({ input: child.stderr }).on('line', (line) => {
        if (showLine(line)) process.stderr.write(`${line}\n`);
      });
    } else {
      child.stderr?.on('data', (chunk) => {
        text += chunk;
      });
    }
    const started = Date.now();
    /** @param {Pick<RunResult, 'code' | 'signal'>} ending */
    const finish = (ending) => {
      children.delete(child);
      const timedOut = timeout !== undefined && ending.signal === 'SIGTERM' && Date.now() - started >= timeout;
      resolve({ ...ending, timedOut, asked: endedBy !== undefined, output: text });
    };
    child.on('error', (error) => {
      text += error.message;
      finish({ code: 127, signal: null });
    });
    child.on('close', (code, signal) => {
      finish({ code: code ?? 128 + constants.signals[signal ?? 'SIGTERM'], signal });
    });
  });
}

/**
 * Runs npm: the one that runs us, since it need not be on the path.
 * @param {readonly string[]} args
 * @param {RunOptions} options
 */
export function runNpm(args, options) {
  const npm = process.env.npm_execpath;
  return npm?.endsWith('npm-cli.js') ? run(process.execPath, [npm, ...args], options) : run('npm', args, options);
}

/** Ends with the signal's exit code when one has asked us to end, so that no further step begins. */
export function stopIfAsked() {
  if (endedBy !== undefined) process.exit(128 + constants.signals[endedBy]);
}
