import { ORPCError } from '@orpc/server';

/** Says on stderr what went wrong inside; the person at the window gets a general sentence without stack or path. */
export function logUnexpected(error: unknown): void {
  const cause = error instanceof ORPCError ? (error.cause ?? error) : error;
  process.stderr.write(`${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`);
}

/**
 * An interceptor for a host's handler: oRPC answers unknown exceptions as INTERNAL_SERVER_ERROR without their text;
 * this keeps the text for the terminal.
 */
export async function unexpectedErrorsToTerminal<T>(options: { next(): Promise<T> }): Promise<T> {
  try {
    return await options.next();
  } catch (error) {
    if (!(error instanceof ORPCError) || error.status >= 500) logUnexpected(error);
    throw error;
  }
}
