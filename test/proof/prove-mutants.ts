import { loadCedar } from './cedar.ts';
import { judge } from './judged.ts';
import { type Mutant, mutants } from './mutants.ts';
import { SPACE_SIZE, sampleOfSpace } from './space.ts';
import { survivors } from './survivors.ts';

/** Into how many parts the space is cut for what the sample could not tell apart. */
const PARTS = 64;

const number = new Intl.NumberFormat('en');

/** Places of the space: the sample first, which tells nearly every wrong table, then everything part by part. */
function* rounds(): Generator<readonly number[]> {
  yield sampleOfSpace();
  for (let part = 0; part < PARTS; part += 1) {
    yield Array.from({ length: Math.ceil((SPACE_SIZE - part) / PARTS) }, (_, nth) => part + nth * PARTS);
  }
}

/**
 * Looks for wrong rule tables that answer every request of the space as Cedar does, and prints the result on stdout.
 * A table that has answered one request differently is not asked again.
 *
 * @returns whether there are none
 */
export function proveMutants(): boolean {
  const start = Date.now();
  const cedar = loadCedar();
  const all = mutants();
  let left: readonly Mutant[] = all;
  let asked = 0;
  for (const places of rounds()) {
    if (left.length === 0) break;
    const judged = [...judge(places, cedar)];
    left = survivors(judged, left);
    asked += judged.length;
    process.stderr.write(`mutants: ${left.length} of ${all.length} left after ${number.format(asked)} requests\n`);
  }
  const seconds = Math.round((Date.now() - start) / 1000);
  const names = left.length === 0 ? 'none' : left.map(({ name }) => name).join('; ');
  console.log(`mutants: ${number.format(all.length)} wrong rule tables, survivors: ${names} (in ${seconds} s)`);
  return left.length === 0;
}
