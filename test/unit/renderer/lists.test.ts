import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeAfterKey, rowAfterKey } from '#renderer/ui/roving-row.ts';
import { soonest, WINDOW, windowsOf } from '#renderer/ui/row-windows.ts';

describe('moving along a list with the keyboard', () => {
  it('steps, leaps and jumps, and stays within the list', () => {
    expect(rowAfterKey('ArrowDown', 0, 10, 4)).toBe(1);
    expect(rowAfterKey('ArrowDown', 9, 10, 4)).toBe(9);
    expect(rowAfterKey('ArrowUp', 0, 10, 4)).toBe(0);
    expect(rowAfterKey('PageDown', 3, 10, 4)).toBe(7);
    expect(rowAfterKey('PageUp', 3, 10, 4)).toBe(0);
    expect(rowAfterKey('Home', 7, 10, 4)).toBe(0);
    expect(rowAfterKey('End', 0, 10, 4)).toBe(9);
  });

  it('leaves other keys alone', () => {
    expect(rowAfterKey('a', 3, 10, 4)).toBeNull();
  });

  it('never leads out of a list, not even of an empty one', () => {
    const key = fc.constantFrom('ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End');
    fc.assert(
      fc.property(key, fc.nat(1000), fc.nat(1000), fc.integer({ min: 1, max: 50 }), (pressed, from, total, page) => {
        const next = rowAfterKey(pressed, Math.min(from, Math.max(0, total - 1)), total, page);
        expect(next).toBeGreaterThanOrEqual(0);
        expect(next).toBeLessThan(Math.max(1, total));
      }),
    );
  });
});

describe('moving along the cells of a row that open by themselves', () => {
  it('goes from the row to the first and on, and back to the row', () => {
    expect(placeAfterKey('ArrowRight', -1, 2)).toBe(0);
    expect(placeAfterKey('ArrowRight', 0, 2)).toBe(1);
    expect(placeAfterKey('ArrowLeft', 0, 2)).toBe(-1);
    expect(placeAfterKey('Escape', 1, 2)).toBe(-1);
  });

  it('leaves keys alone that lead nowhere: the list may scroll, or be left', () => {
    expect(placeAfterKey('ArrowRight', -1, 0)).toBeNull();
    expect(placeAfterKey('ArrowRight', 1, 2)).toBeNull();
    expect(placeAfterKey('ArrowLeft', -1, 2)).toBeNull();
    expect(placeAfterKey('Escape', -1, 2)).toBeNull();
    expect(placeAfterKey('ArrowDown', 0, 2)).toBeNull();
  });
});

describe('the windows of a long list', () => {
  it('needs none besides the first while the first rows are in sight', () => {
    expect(windowsOf(0, WINDOW - 1)).toEqual([]);
  });

  it('covers every row in sight beyond the first window, and begins at multiples of the window', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(500), (first, count) => {
        const offsets = windowsOf(first, first + count);
        for (const offset of offsets) expect(offset % WINDOW).toBe(0);
        for (let row = first; row <= first + count; row += 1) {
          const covered = row < WINDOW || offsets.some((offset) => row >= offset && row < offset + WINDOW);
          expect(covered).toBe(true);
        }
      }),
    );
  });
});

describe('when the clock alone will change a list', () => {
  it('is the soonest of what its windows say, whatever way they write it', () => {
    expect(soonest([null, '2026-11-22T08:00:00+08:00', '2026-11-22T00:00:01Z', undefined])).toBe(
      '2026-11-22T08:00:00+08:00',
    );
  });

  it('is never, where no window says so', () => {
    expect(soonest([undefined, null])).toBeNull();
  });
});
