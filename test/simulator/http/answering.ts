import type { ServerResponse } from 'node:http';
import { setTimeout as after } from 'node:timers/promises';
import type { Answer } from './exchange.ts';
import type { Fault } from './faults.ts';

/** Sends an answer as a fault would have it. Gives the status, or `null` when the connection was cut. */
export async function send(
  response: ServerResponse,
  answer: Answer,
  fault: Fault | null,
  now: Date,
): Promise<number | null> {
  const text = textOf(answer);
  const headers = {
    Date: now.toUTCString(),
    ...(text !== '' && { 'Content-Type': 'application/json; charset=utf-8' }),
    ...answer.headers,
  };
  const whole = { ...headers, 'Content-Length': String(Buffer.byteLength(text)) };
  const half = text.slice(0, Math.floor(text.length / 2));
  switch (fault?.kind) {
    case 'reset':
      response.socket?.resetAndDestroy();
      return null;
    case 'stall':
      return null;
    case 'reset-mid-body':
      response.writeHead(answer.status, headers);
      response.write(half, () => response.socket?.resetAndDestroy());
      return null;
    case 'half-body':
      response.writeHead(answer.status, whole);
      response.write(half, () => response.socket?.destroySoon());
      return null;
    case 'cut-json':
      response.writeHead(answer.status, headers);
      response.end(half);
      return answer.status;
    case 'slow':
      await after(fault.ms ?? 500);
      break;
    default:
  }
  response.writeHead(answer.status, answer.status === 204 ? headers : whole);
  response.end(text);
  return answer.status;
}

function textOf({ body }: Answer): string {
  if (body === undefined) return '';
  return typeof body === 'string' ? body : JSON.stringify(body);
}
