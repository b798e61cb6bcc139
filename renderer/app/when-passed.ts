/**
 * The clock is looked at again at least this often (ms): timers stand still while a machine sleeps, somebody may set its
 * clock, and a timer of more than 2^31 ms (25 days) would go off at once.
 */
const LOOK_AGAIN = 60_000;

/** Calls `act` once, as soon as the clock has reached an instant (ISO); gives the way to call it off. */
export function whenPassed(instant: string, act: () => void): () => void {
  const end = Date.parse(instant);
  let timer: ReturnType<typeof setTimeout>;
  const look = () => {
    const wait = end - Date.now();
    if (wait <= 0) act();
    else timer = setTimeout(look, Math.min(wait, LOOK_AGAIN));
  };
  // Never at once: whoever asks must have the way to call it off first.
  timer = setTimeout(look, Math.max(0, Math.min(end - Date.now(), LOOK_AGAIN)));
  return () => clearTimeout(timer);
}
