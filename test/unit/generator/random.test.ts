import { describe, expect, it } from 'vitest';
import { Random } from '#test/generator/random.ts';

describe('random numbers of a seed', () => {
  it('are decided by seed and subject', () => {
    const numbers = (seed: number, subject: string) => {
      const random = new Random(seed, subject);
      return Array.from({ length: 50 }, () => random.bits());
    };
    expect(numbers(1, 'customer 1')).toEqual(numbers(1, 'customer 1'));
    expect(numbers(1, 'customer 1')).not.toEqual(numbers(1, 'customer 2'));
    expect(numbers(1, 'customer 1')).not.toEqual(numbers(2, 'customer 1'));
  });

  it('spread evenly, within each stream and over the first numbers of many', () => {
    const random = new Random(3, 'spread');
    const within = Array.from({ length: 20_000 }, () => random.share());
    const over = Array.from({ length: 20_000 }, (_, nth) => new Random(3, `stream ${nth}`).share());
    for (const shares of [within, over]) {
      for (let tenth = 0; tenth < 10; tenth += 1) {
        const inside = shares.filter((share) => Math.floor(share * 10) === tenth).length;
        expect(Math.abs(inside - 2_000)).toBeLessThan(250);
      }
    }
  });

  it('pick, weigh and draw without putting back', () => {
    const random = new Random(5, 'picks');
    const heavy = Array.from({ length: 4_000 }, () =>
      random.weighted([
        ['often', 3],
        ['seldom', 1],
        ['never', 0],
      ]),
    );
    expect(heavy.filter((word) => word === 'often').length / heavy.length).toBeCloseTo(0.75, 1.5);
    expect(heavy).not.toContain('never');
    const drawn = random.some([1, 2, 3, 4, 5], 9);
    expect([...drawn].sort()).toEqual([1, 2, 3, 4, 5]);
    expect(() => random.pick([])).toThrow();
    const numbers = new Set(Array.from({ length: 200 }, () => random.integer(2, 4)));
    expect(numbers).toEqual(new Set([2, 3, 4]));
  });

  it('make GUIDs of version 4', () => {
    const random = new Random(6, 'guids');
    for (let nth = 0; nth < 200; nth += 1) {
      expect(random.guid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
    }
  });
});
