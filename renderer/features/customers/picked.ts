import { create } from 'zustand';
import type { CustomerId } from '#shared/model/ids.ts';

interface Picked {
  /** The customers picked for something that is done to several at once; a search leaves them picked. */
  readonly picked: ReadonlySet<CustomerId>;
  /** The list that was picked whole, named by what it asked for; `null` as soon as one of it is let go. */
  readonly whole: string | null;
  /** How often many were asked for or let go; an answer to an earlier question than the last comes too late. */
  readonly turn: number;
  /** Many were asked for and are still to come: until then nothing can be done with what is picked. */
  readonly asking: boolean;
  readonly ask: () => number;
  readonly answered: (turn: number) => void;
  readonly toggle: (id: CustomerId) => void;
  readonly add: (ids: readonly CustomerId[], whole?: string) => void;
  readonly clear: () => void;
}

/** Which customers are picked, until the window goes. */
export const usePicked = create<Picked>()((set, get) => ({
  picked: new Set(),
  whole: null,
  turn: 0,
  asking: false,
  ask: () => {
    set(({ turn }) => ({ turn: turn + 1, asking: true }));
    return get().turn;
  },
  answered: (of) => set(({ turn, asking }) => ({ asking: asking && of !== turn })),
  toggle: (id) =>
    set(({ picked, whole }) => {
      const next = new Set(picked);
      const letGo = next.delete(id);
      if (!letGo) next.add(id);
      return { picked: next, whole: letGo ? null : whole };
    }),
  add: (ids, whole) => set((before) => ({ picked: new Set([...before.picked, ...ids]), whole: whole ?? before.whole })),
  clear: () => set(({ turn }) => ({ picked: new Set(), whole: null, turn: turn + 1, asking: false })),
}));
