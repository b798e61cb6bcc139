/** A request as it is shown before anything is sent. */
export interface ShownRequest {
  readonly method: string;
  readonly url: string;
  readonly body?: unknown;
}

/** Requests as text: each with its method and address on a line, its body beneath, and an empty line between. */
export function requestsAsText(requests: readonly ShownRequest[]): string {
  return requests
    .map(({ method, url, body }) =>
      [`${method} ${url}`, ...(body === undefined || body === null ? [] : [JSON.stringify(body, null, 2)])].join('\n'),
    )
    .join('\n\n');
}
