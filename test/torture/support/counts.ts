import { appendFileSync } from 'node:fs';

/** How much is done: `npm run torture` does all of it, `npm test` a share that fits into a minute. */
export const WHOLE = process.env.TORTURE === 'whole';

/** Says how often something was tortured: a line of JSON, on stdout or in the file that the caller collects them in. */
export function printCount(torture: string, counts: Readonly<Record<string, number | string>>): void {
  const line = JSON.stringify({ torture, ...counts });
  const file = process.env.TORTURE_COUNTS;
  if (file === undefined) console.log(line);
  else appendFileSync(file, `${line}\n`);
}
