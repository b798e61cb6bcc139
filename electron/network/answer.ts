import { faultOf, halfFault, NoAnswer, proxySignInFault, redirectFault } from './fault.ts';
import { unlessAborted } from './sleep.ts';

/** An answer that came whole: JSON, or nothing where nothing is in order. */
export interface Answer {
  readonly status: number;
  /** Lowercase names. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: unknown;
}

export interface Reading {
  readonly method: string;
  /** Bytes that a body may have; the longest page is far below. */
  readonly atMost: number;
  readonly signal: AbortSignal;
  /** Called whenever something came. */
  readonly heard: () => void;
}

/** Reads what `fetch` gave; throws `NoAnswer` for anything but a whole answer of the service. */
export async function readAnswer(response: Response, reading: Reading): Promise<Answer> {
  const { status } = response;
  const headers = new Map(response.headers);
  const unusable = faultOfStatus(status, headers, response.url);
  if (unusable !== undefined) {
    await response.body?.cancel().catch(() => {});
    throw new NoAnswer(unusable);
  }
  const text = await readText(response, headers, reading);
  if (text.trim() !== '') return { status, headers, body: parsed(text, status, headers) };
  if (reading.method === 'GET' && response.ok && status !== 204) {
    throw new NoAnswer({ key: 'networkEmpty', values: { status }, again: 'yes', undone: true });
  }
  return { status, headers, body: null };
}

function faultOfStatus(status: number, headers: ReadonlyMap<string, string>, url: string) {
  if (status === 407) return proxySignInFault();
  // A browser's way to say that there was a redirect which it does not show.
  if (status === 0) return redirectFault(null);
  return status >= 300 && status < 400 ? redirectFault(hostOf(headers.get('location'), url)) : undefined;
}

/** Never more than the host: what follows it may be a secret. */
function hostOf(location: string | undefined, from: string): string | null {
  try {
    return location === undefined ? null : new URL(location, from || undefined).host || null;
  } catch {
    return null;
  }
}

async function readText(response: Response, headers: ReadonlyMap<string, string>, reading: Reading): Promise<string> {
  const { atMost, heard, signal } = reading;
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await unlessAborted(reader.read(), signal);
      if (done) break;
      heard();
      bytes += value.byteLength;
      if (bytes > atMost) throw tooLarge(atMost);
      text += decoder.decode(value, { stream: true });
    }
  } catch (error) {
    reader.cancel().catch(() => {});
    signal.throwIfAborted();
    throw broken(error);
  }
  const announced = headers.has('content-encoding') ? undefined : headers.get('content-length');
  if (announced !== undefined && Number(announced) !== bytes) throw new NoAnswer(halfFault());
  return text + decoder.decode();
}

const tooLarge = (atMost: number): NoAnswer =>
  new NoAnswer({
    key: 'networkTooLarge',
    values: { megabytes: Math.round(atMost / 2 ** 20) },
    again: 'no',
    undone: false,
  });

/** A connection that breaks while an answer comes leaves half of one. */
function broken(error: unknown): unknown {
  const fault = faultOf(error);
  if (fault === undefined) return error;
  return new NoAnswer(fault.key === 'networkReset' || fault.key === 'networkFailed' ? halfFault() : fault);
}

/** Whether a status says that a later try may do: then it does not matter in what form it is said. */
export const isPassing = (status: number): boolean => status === 408 || status === 429 || status >= 500;

const PAGE = /^\s*<(?:!doctype|html|head|\?xml|!--)/i;

function parsed(text: string, status: number, headers: ReadonlyMap<string, string>): unknown {
  try {
    return JSON.parse(text);
  } catch {
    if (isPassing(status)) return null;
    const type = headers.get('content-type') ?? '';
    const page = PAGE.test(text) || /\b(?:html|xml)\b/i.test(type);
    // It began as JSON: the rest of it is missing.
    if (!page && (/^\s*[[{]/.test(text) || /\bjson\b/i.test(type))) throw new NoAnswer(halfFault());
    const values = { status, form: page ? 'page' : 'other' };
    throw new NoAnswer({ key: 'networkNotJson', values, again: 'no', undone: false });
  }
}
