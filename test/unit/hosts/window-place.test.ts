import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openingBounds, SMALLEST } from '#electron/hosts/desktop/window-place.ts';

const left = { x: 0, y: 0, width: 1920, height: 1040 };
const right = { x: 1920, y: 0, width: 1280, height: 984 };

describe('the window opens', () => {
  it('where it was', () => {
    const kept = { x: 2000, y: 40, width: 1000, height: 700 };
    expect(openingBounds(kept, [left, right])).toEqual(kept);
  });

  it('where the system likes, the first time', () => {
    const bounds = openingBounds(undefined, [left]);
    expect(bounds).not.toHaveProperty('x');
    expect(bounds.width).toBeGreaterThanOrEqual(SMALLEST.width);
  });

  it('on a screen that is still there', () => {
    expect(openingBounds({ x: 2000, y: 40, width: 1000, height: 700 }, [left])).not.toHaveProperty('x');
  });

  it('with its title within reach', () => {
    expect(openingBounds({ x: 100, y: -300, width: 1000, height: 700 }, [left])).not.toHaveProperty('x');
  });

  it('no larger than the screen it is on and no smaller than its smallest', () => {
    const size = fc.integer({ min: 1, max: 5000 });
    const place = fc.integer({ min: -5000, max: 5000 });
    fc.assert(
      fc.property(fc.record({ x: place, y: place, width: size, height: size }), (kept) => {
        const { width = 0, height = 0 } = openingBounds(kept, [left, right]);
        expect(width).toBeLessThanOrEqual(left.width);
        expect(height).toBeLessThanOrEqual(left.height);
        expect(width).toBeGreaterThanOrEqual(SMALLEST.width);
        expect(height).toBeGreaterThanOrEqual(SMALLEST.height);
      }),
    );
  });
});
