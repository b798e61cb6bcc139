import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { codeOf } from '#electron/records/durable-file.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { SyncSource } from '#shared/model/sync.ts';

/** A bearer token as a header can carry it (RFC 6750). */
const Token = z.string().regex(/^[\w.~+/-]+=*$/);
const Tokens = z.strictObject({ partnerCenter: Token.optional(), graph: Token.optional() });

export type HandedTokens = Readonly<Record<SyncSource, string | undefined>>;

/**
 * The tokens in a file: one line with a token for whichever service takes it, or JSON
 * `{"partnerCenter": "…", "graph": "…"}`. A file that can't be read or holds anything else is a `bad-input` problem, which
 * shows nothing of what it holds.
 */
export async function readTokenFile(file: string): Promise<HandedTokens> {
  const text = (await readText(file)).replace(/^\ufeff/u, '').trim();
  const tokens = text.startsWith('{') ? fromJson(text) : fromLine(text);
  if (tokens === undefined || (tokens.graph === undefined && tokens['partner-center'] === undefined)) {
    throw new ProblemError('bad-input', 'tokenFileInvalid', { file });
  }
  return tokens;
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new ProblemError('bad-input', 'fileUnreadable', { file, reason: codeOf(error) ?? 'none' });
  }
}

function fromLine(text: string): HandedTokens | undefined {
  const { data } = Token.safeParse(text.replace(/^bearer\s+/i, ''));
  return data === undefined ? undefined : { 'partner-center': data, graph: data };
}

function fromJson(text: string): HandedTokens | undefined {
  try {
    const { graph, partnerCenter } = Tokens.parse(JSON.parse(text));
    return { 'partner-center': partnerCenter, graph };
  } catch {
    return undefined;
  }
}
