/**
 * One line for the person who waits. It goes to stderr, so that stdout stays what a program printed for scripts.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** What went wrong and what to do, in one sentence; the stack is of no use to the reader. */
export class SetupError extends Error {}

/**
 * Runs a script's main function: a SetupError becomes one line, anything else keeps its stack.
 * @param {() => Promise<number>} main gives the exit code
 */
export async function runScript(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    say(error instanceof SetupError ? error.message : String(error instanceof Error ? error.stack : error));
    process.exitCode = 1;
  }
}
