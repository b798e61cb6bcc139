import { describe, expect, it } from 'vitest';
import { remembering } from '#electron/sync/files/remembering.ts';

describe('remembering words', () => {
  it('reads the same words once and gives the very same value, also when that is nothing', () => {
    const asked: string[] = [];
    const read = remembering((word) => {
      asked.push(word);
      return word === 'none' ? null : { word };
    });
    expect(read('2026/1/1')).toBe(read('2026/1/1'));
    expect(read('none')).toBeNull();
    expect(read('none')).toBeNull();
    expect(asked).toEqual(['2026/1/1', 'none']);
  });

  it('tells words apart by where one ends and the next begins', () => {
    const read = remembering((one, other) => [one, other]);
    expect(read('12', '3')).not.toEqual(read('1', '23'));
  });

  it('throws anew what could not be read', () => {
    let times = 0;
    const read = remembering((_word: string): string => {
      times += 1;
      throw new Error('unreadable');
    });
    expect(() => read('x')).toThrow('unreadable');
    expect(() => read('x')).toThrow('unreadable');
    expect(times).toBe(2);
  });

  it('forgets rather than grow without bound, and still reads rightly', () => {
    const read = remembering((word) => word.length);
    const wrong: number[] = [];
    for (let n = 0; n < 120_000; n += 1) if (read(`word ${n}`) !== `word ${n}`.length) wrong.push(n);
    expect(wrong).toEqual([]);
    expect(read('word 0')).toBe(6);
  });
});
