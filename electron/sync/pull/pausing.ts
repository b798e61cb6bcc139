/** Holds up whoever asks before going on, while it is paused. */
export class Pausing {
  #waiting: { readonly over: Promise<void>; readonly end: () => void } | null = null;

  get paused(): boolean {
    return this.#waiting !== null;
  }

  pause(): void {
    if (this.#waiting) return;
    let end = () => {};
    const over = new Promise<void>((resolve) => {
      end = resolve;
    });
    this.#waiting = { over, end };
  }

  resume(): void {
    this.#waiting?.end();
    this.#waiting = null;
  }

  /** Resolves when it is not paused; rejects with the signal's reason when that is aborted. */
  async pass(signal: AbortSignal): Promise<void> {
    while (this.#waiting) {
      signal.throwIfAborted();
      const { over } = this.#waiting;
      await new Promise<void>((resolve, reject) => {
        const stop = () => reject(signal.reason);
        signal.addEventListener('abort', stop, { once: true });
        void over.then(() => {
          signal.removeEventListener('abort', stop);
          resolve();
        });
      });
    }
    signal.throwIfAborted();
  }
}
