import { type Answer, readAnswer } from './answer.ts';
import { faultOf, NoAnswer, silentFault } from './fault.ts';
import { unlessAborted } from './sleep.ts';

/** What is sent, ready to go. */
export interface Outgoing {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON. */
  readonly body: string | undefined;
}

export interface ExchangeOptions {
  readonly fetch: typeof globalThis.fetch;
  /** Milliseconds without a sound after which the try is given up. */
  readonly silence: number;
  readonly atMost: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * One request, sent once, and its whole answer, whatever its status is. Throws `NoAnswer` where there is none that can be
 * used, and the signal's reason as soon as it is aborted.
 */
export async function exchange(
  outgoing: Outgoing,
  { fetch, silence, atMost, signal }: ExchangeOptions,
): Promise<Answer> {
  const ending = new AbortController();
  const stop = () => ending.abort(signal?.reason);
  const silent = setTimeout(() => ending.abort(new NoAnswer(silentFault())), silence);
  const heard = () => void silent.refresh();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    signal?.throwIfAborted();
    const { method, url, headers, body } = outgoing;
    const sent = fetch(url, {
      method,
      headers,
      ...(body !== undefined && { body }),
      signal: ending.signal,
      // Redirects are looked at, not followed: they would carry the token elsewhere.
      redirect: 'manual',
      cache: 'no-store',
      credentials: 'omit',
    });
    const response = await unlessAborted(sent, ending.signal);
    heard();
    return await readAnswer(response, { method, atMost, signal: ending.signal, heard });
  } catch (error) {
    ending.signal.throwIfAborted();
    const fault = faultOf(error);
    throw fault === undefined ? error : new NoAnswer(fault);
  } finally {
    clearTimeout(silent);
    signal?.removeEventListener('abort', stop);
  }
}
