import { create } from 'zustand';
import type { CustomerId } from '#shared/model/ids.ts';

interface Picked {
  /** The customers picked for something that is done to several at once; a search leaves them picked. */
  readonly picked: ReadonlySet<CustomerId>;
  /** The list that was picked whole, named by what it asked for; `null` as soon as one of it is let go. */
  readonly whole: string | null;
  /** How often any were let go: what was asked for before the last time comes too late. */
  readonly lettings: number;
  /** How many questions for many customers are still to be answered: until then nothing can be done with what is picked. */
  readonly asked: number;
  readonly ask: () => void;
  readonly answered: () => void;
  readonly toggle: (id: CustomerId) => void;
  readonly add: (ids: readonly CustomerId[], whole?: string) => void;
  readonly clear: () => void;
}

/** Which customers are picked, until the window goes. */
export const usePicked = create<Picked>()((set) => ({
  picked: new Set(),
  whole: null,
  lettings: 0,
  asked: 0,
  ask: () => set(({ asked }) => ({ asked: asked + 1 })),
  answered: () => set(({ asked }) => ({ asked: asked - 1 })),
  toggle: (id) =>
    set(({ picked, lettings }) => {
      const next = new Set(picked);
      const letGo = next.delete(id);
      if (!letGo) next.add(id);
      return letGo ? { picked: next, whole: null, lettings: lettings + 1 } : { picked: next };
    }),
  add: (ids, whole) => set((before) => ({ picked: new Set([...before.picked, ...ids]), whole: whole ?? before.whole })),
  clear: () => set(({ lettings }) => ({ picked: new Set(), whole: null, lettings: lettings + 1 })),
}));
