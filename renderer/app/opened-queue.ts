/** What the queue of opened files needs of the window. */
export interface OpenedWindow<Opened> {
  /** Asks the main side for what waits there; it gives each thing once. `null` where nothing waits. */
  readonly take: () => Promise<Opened | null>;
  /** Whether a dialog may be opened now. */
  readonly isFree: () => boolean;
  readonly show: (opened: Opened) => void;
}

/**
 * Shows what was opened, one after the other, each when the window is free. The main side forgets what it has given, so what
 * comes while the window is not free waits here. It is asked by one call at a time; whoever asks meanwhile is heard afterwards.
 */
export function openedQueue<Opened>({ isFree, show, take }: OpenedWindow<Opened>) {
  const waiting: Opened[] = [];
  let asking = false;
  let askAgain = false;
  const showNext = () => {
    if (!isFree()) return;
    const next = waiting.shift();
    if (next !== undefined) show(next);
  };
  /** To be called whenever something may have been opened, or the window has become free. */
  return async function look(): Promise<void> {
    showNext();
    if (asking) {
      askAgain = true;
      return;
    }
    asking = true;
    do {
      askAgain = false;
      // A main side that is gone has nothing to open; whatever is done next in the window says so.
      const opened = await take().catch(() => null);
      if (opened !== null) waiting.push(opened);
      showNext();
    } while (askAgain);
    asking = false;
  };
}
