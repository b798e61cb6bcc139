import { expect, it } from 'vitest';
import { inSlices } from '#electron/directory/slices.ts';

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
