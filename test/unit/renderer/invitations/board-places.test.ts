import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardAfterKey } from '#renderer/features/invitations/pipeline/board-places.ts';

const BOARD = [['a1', 'a2', 'a3'], [], ['c1', 'c2'], ['d1']];

describe('from card to card', () => {
  it('goes up and down in a column, and stops at its ends', () => {
    expect(cardAfterKey('ArrowDown', BOARD, 'a1')).toBe('a2');
    expect(cardAfterKey('ArrowUp', BOARD, 'a3')).toBe('a2');
    expect(cardAfterKey('ArrowDown', BOARD, 'a3')).toBeNull();
    expect(cardAfterKey('ArrowUp', BOARD, 'a1')).toBeNull();
    expect(cardAfterKey('End', BOARD, 'a1')).toBe('a3');
    expect(cardAfterKey('Home', BOARD, 'a3')).toBe('a1');
  });

  it('goes sideways over empty columns, at the same height or to the last card', () => {
    expect(cardAfterKey('ArrowRight', BOARD, 'a2')).toBe('c2');
    expect(cardAfterKey('ArrowRight', BOARD, 'a3')).toBe('c2');
    expect(cardAfterKey('ArrowLeft', BOARD, 'c1')).toBe('a1');
    expect(cardAfterKey('ArrowRight', BOARD, 'd1')).toBeNull();
    expect(cardAfterKey('ArrowLeft', BOARD, 'a1')).toBeNull();
  });

  it('stays where another key is pressed', () => {
    expect(cardAfterKey('Enter', BOARD, 'a1')).toBeNull();
  });

  it('reaches every card from every other', () => {
    const boards = fc
      .array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 6 })
      .map((heights) => heights.map((height, column) => Array.from({ length: height }, (_, at) => `${column} ${at}`)));
    fc.assert(
      fc.property(boards, (columns) => {
        const cards = columns.flat();
        const [first] = cards;
        if (first === undefined) return;
        const seen = new Set([first]);
        for (const card of seen) {
          for (const key of ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight']) {
            const next = cardAfterKey(key, columns, card);
            if (next !== null) seen.add(next);
          }
        }
        expect([...seen].sort()).toEqual([...cards].sort());
      }),
    );
  });
});
