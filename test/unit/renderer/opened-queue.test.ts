import { describe, expect, it } from 'vitest';
import { openedQueue } from '#renderer/app/opened-queue.ts';

/** A window with a main side that gives each thing once, when it is let. */
function aWindow() {
  const there: string[] = [];
  const shown: string[] = [];
  const asked: (() => void)[] = [];
  const state = { free: true };
  const look = openedQueue<string>({
    take: () =>
      new Promise((resolve) => {
        const given = there.shift() ?? null;
        asked.push(() => resolve(given));
      }),
    isFree: () => state.free,
    show: (opened) => {
      shown.push(opened);
      state.free = false;
    },
  });
  const answer = async () => {
    asked.shift()?.();
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  };
  return { answer, asked, look, shown, state, there };
}

describe('files that a person opens', () => {
  it('are asked for by one call at a time, and again for who asked meanwhile', async () => {
    const { answer, asked, look, shown, there } = aWindow();
    there.push('one');
    void look();
    void look();
    void look();
    expect(asked).toHaveLength(1);
    await answer();
    expect(shown).toEqual(['one']);
    expect(asked).toHaveLength(1);
    await answer();
    expect(asked).toHaveLength(0);
    void look();
    expect(asked).toHaveLength(1);
  });

  it('wait when a dialog was opened before the answer came', async () => {
    const { answer, look, shown, state, there } = aWindow();
    there.push('one');
    void look();
    state.free = false;
    await answer();
    expect(shown).toEqual([]);
    state.free = true;
    void look();
    expect(shown).toEqual(['one']);
  });

  it('are shown one after the other, and none is dropped', async () => {
    const { answer, look, shown, state, there } = aWindow();
    there.push('one', 'two');
    void look();
    void look();
    await answer();
    await answer();
    expect(shown).toEqual(['one']);
    state.free = true;
    void look();
    expect(shown).toEqual(['one', 'two']);
  });

  it('are asked for again after a main side that did not answer', async () => {
    const shown: string[] = [];
    let asked = 0;
    const look = openedQueue<string>({
      take: async () => {
        asked += 1;
        if (asked === 1) throw new Error('gone');
        return 'one';
      },
      isFree: () => true,
      show: (opened) => shown.push(opened),
    });
    await look();
    await look();
    expect(shown).toEqual(['one']);
  });
});
