import { create } from 'zustand';

/** What was just done, in words, and what may be done about it. */
export interface Said {
  readonly text: string;
  /** Whom it was about. */
  readonly of?: string;
  /** It did not work. */
  readonly failed?: boolean;
  readonly offer?: {
    readonly label: string;
    readonly hint?: string;
    readonly act: () => void;
    /** Takes the last step back, so that Ctrl+Z does the same. */
    readonly undoes: boolean;
  };
}

interface SaidStore {
  readonly said: Said | null;
  readonly say: (said: Said) => void;
  readonly clear: () => void;
}

/** The one line that tells what was just done; it outlives the row, the card and the page on which it was done. */
export const useSaid = create<SaidStore>()((set) => ({
  said: null,
  say: (said) => set({ said }),
  clear: () => set({ said: null }),
}));
