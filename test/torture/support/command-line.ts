import { runCommandLine } from '#electron/hosts/cli/program.ts';

// The command line in a process of its own, as a script starts it; until it is killed.
process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  input: process.stdin,
  version: '0.0.0',
});
