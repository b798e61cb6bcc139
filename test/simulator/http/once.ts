import type { Answer, Asked, Service } from './exchange.ts';

/** What was done already, so that the same request does nothing twice. */
export interface Once {
  /** The answer that the same request got before. */
  before(service: Service, asked: Asked): Answer | undefined;
  keep(service: Service, asked: Asked, answer: Answer): void;
}

/** Remembers so many requests that change something, by their id. */
export function createOnce(remembers: boolean, most = 10_000): Once {
  const answers = new Map<string, Answer>();
  const keyOf = (service: Service, { method, requestId, url }: Asked): string | null =>
    requestId === null || method === 'GET' ? null : `${service} ${method} ${url.pathname} ${requestId}`;

  return {
    before(service, asked) {
      const key = remembers ? keyOf(service, asked) : null;
      return key === null ? undefined : answers.get(key);
    },
    keep(service, asked, answer) {
      const key = keyOf(service, asked);
      // What was refused was not done: asked again, it is judged again.
      if (key === null || answer.status >= 300) return;
      answers.set(key, answer);
      const [oldest] = answers.keys();
      if (answers.size > most && oldest !== undefined) answers.delete(oldest);
    },
  };
}
