import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { IdleSlices, inSlices } from '#electron/directory/slices.ts';

const busyFor = (milliseconds: number): void => {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
};

it('long work takes every item in its order, and lets others have their turn between', async () => {
  const events: string[] = [];
  const items = ['a', 'b', 'c', 'd'];
  await inSlices(items, (item) => {
    setImmediate(() => events.push('another’s turn'));
    busyFor(9);
    events.push(item);
  });
  expect(events.filter((event) => items.includes(event))).toEqual(items);
  expect(events.slice(0, events.indexOf('d'))).toContain('another’s turn');
});

it('short work is done in one turn', async () => {
  let turns = 0;
  setImmediate(() => {
    turns += 1;
  });
  await inSlices([1, 2, 3], () => expect(turns).toBe(0));
  expect(turns).toBe(0);
});

it('work that nobody waits for rests until the others have done', async () => {
  let isIdle = false;
  const events: string[] = [];
  const slices = new IdleSlices(() => isIdle);
  const rested = slices.next().then(() => events.push('the work goes on'));
  await setTimeout(20);
  events.push('the others have done');
  isIdle = true;
  // The rest keeps no process alive; a timer of our own does.
  await Promise.race([rested, setTimeout(5_000)]);
  expect(events).toEqual(['the others have done', 'the work goes on']);
});
