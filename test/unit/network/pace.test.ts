import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPace } from '#electron/network/pace.ts';
import { rejection } from './support/service.ts';
import { virtualTime } from './support/virtual-time.ts';

const Settings = fc.record({ perMinute: fc.integer({ min: 1, max: 3_000 }), burst: fc.integer({ min: 1, max: 60 }) });

/** When each of so many requests, asked for after the given pauses, was let through. */
async function timesOf(perMinute: number, burst: number, pauses: readonly number[]): Promise<number[]> {
  const time = virtualTime();
  const pace = createPace({ perMinute, burst, ...time });
  const times: number[] = [];
  const asked: Promise<unknown>[] = [];
  for (const pause of pauses) {
    if (pause > 0) await time.sleep(pause);
    asked.push(pace.take().then(() => times.push(time.elapsed())));
  }
  await Promise.all(asked);
  return times;
}

describe('the pace of requests', () => {
  it('never lets more through than the bucket holds and what ran into it meanwhile, in any span of time', async () => {
    const pauses = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5_000 })), {
      minLength: 2,
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(Settings, pauses, async ({ perMinute, burst }, gaps) => {
        const times = await timesOf(perMinute, burst, gaps);
        times.forEach((from, first) => {
          times.slice(first).forEach((to, further) => {
            expect(further + 1).toBeLessThanOrEqual(burst + ((to - from) * perMinute) / 60_000 + 1e-6);
          });
        });
      }),
      { numRuns: 60 },
    );
  });

  it('lets nobody wait longer than the bucket makes necessary', async () => {
    const times = await timesOf(
      600,
      5,
      Array.from({ length: 25 }, () => 0),
    );
    expect(times.slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
    expect(times.at(-1)).toBe(2_000);
  });

  it('stays under 500 requests in every minute unless told otherwise', async () => {
    const time = virtualTime();
    const pace = createPace(time);
    const times: number[] = [];
    for (let sent = 0; sent < 1_500; sent++) {
      await pace.take();
      times.push(time.elapsed());
    }
    const most = Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 60_000).length));
    expect(most).toBeLessThan(500);
    expect(most).toBeGreaterThan(440);
  });

  it('lets through in the order of the calls', async () => {
    const time = virtualTime();
    const pace = createPace({ perMinute: 60, burst: 1, ...time });
    const order: number[] = [];
    await Promise.all([0, 1, 2, 3].map((number) => pace.take().then(() => order.push(number))));
    expect(order).toEqual([0, 1, 2, 3]);
  });

  it('sends nothing while it is held, and no burst afterwards', async () => {
    const time = virtualTime();
    const pace = createPace({ perMinute: 60, burst: 20, ...time });
    const times: number[] = [];
    pace.hold(10_000);
    expect(pace.heldFor).toBe(10_000);
    await Promise.all([1, 2, 3].map(() => pace.take().then(() => times.push(time.elapsed()))));
    expect(times).toEqual([11_000, 12_000, 13_000]);
    expect(pace.heldFor).toBe(0);
  });

  it('is not shortened by a second, shorter hold', async () => {
    const time = virtualTime();
    const pace = createPace({ perMinute: Infinity, ...time });
    pace.hold(10_000);
    pace.hold(2_000);
    await pace.take();
    expect(time.elapsed()).toBe(10_000);
  });

  it('lets whoever gives up go at once, and the others keep their order', async () => {
    const time = virtualTime();
    const pace = createPace({ perMinute: 60, burst: 1, ...time });
    const giving = new AbortController();
    const order: string[] = [];
    const names = ['1', '2', '3', '4', '5'];
    const waits = names.map((name) => pace.take().then(() => order.push(name)));
    const given = rejection(pace.take(giving.signal)).then((reason) => {
      order.push('gave up');
      return reason;
    });
    const last = pace.take().then(() => order.push('last'));
    giving.abort('enough');
    expect(await given).toBe('enough');
    await Promise.all([...waits, last]);
    expect(order.indexOf('gave up')).toBeLessThan(2);
    expect(order.filter((name) => name !== 'gave up')).toEqual([...names, 'last']);
    expect(time.elapsed()).toBe(5_000);
  });
});
