import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { OUT } from '#build/lib/paths.mjs';
import { report } from './support/report.ts';

// What a person sees of the list, and when, in the engines of the end-to-end tests: `test/e2e/scale.spec.ts` with more
// customers than the tests have. Other numbers of customers may be named as arguments.

const CUSTOMERS = [100_000];
const TESTS = fileURLToPath(new URL('../../build/test.mjs', import.meta.url));

const Measured = z.object({ bench: z.string(), metric: z.string(), value: z.number(), unit: z.string() });

const sizes = process.argv.slice(2).map(Number);
if (sizes.some((size) => !Number.isInteger(size) || size < 1_000)) {
  process.stderr.write('Name the numbers of customers, each at least 1000, such as: 10000 100000\n');
  process.exit(2);
}
for (const size of sizes.length > 0 ? sizes : CUSTOMERS) {
  const folder = await mkdtemp(join(tmpdir(), 'console-bench-'));
  try {
    const file = join(folder, 'window.jsonl');
    const code = await measure(size, file);
    const lines = existsSync(file) ? (await readFile(file, 'utf8')).split('\n') : [];
    for (const line of lines.filter(Boolean)) report(Measured.parse(JSON.parse(line)));
    if (code !== 0) process.exitCode = 1;
  } finally {
    // What the tests made for both engines takes hundreds of megabytes.
    for (const made of [folder, join(OUT, `e2e-results/filled-${size}`)])
      await rm(made, { recursive: true, force: true });
  }
}

/** One engine after the other: each has the machine to itself. What the tests say goes to stderr. */
async function measure(customers: number, file: string): Promise<number | null> {
  const child = spawn(process.execPath, [TESTS, 'e2e', 'scale.spec.ts', '--workers=1'], {
    env: { ...process.env, WINDOW_CUSTOMERS: String(customers), WINDOW_MEASUREMENTS: file },
    stdio: ['ignore', 2, 2],
  });
  await once(child, 'exit');
  return child.exitCode;
}
