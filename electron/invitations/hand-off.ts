import { createHash } from 'node:crypto';
import { type Node, parseTree } from 'jsonc-parser';
import { z } from 'zod';
import { HAND_OFF_FORMAT, HAND_OFF_VERSION, HandOff, type HandOffContent } from '#shared/model/hand-off.ts';
import { misfitOf } from '#shared/model/misfit.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { canonicalJson } from './canonical-json.ts';
import { isSignedBy, type SigningKey } from './signature.ts';

/** Whatever claims to be a hand-off file says so, and in which version. */
const Claim = z.looseObject({ format: z.literal(HAND_OFF_FORMAT), version: z.number().int().positive() });

/** The fields that speak of the others. */
type Seal = 'checksum' | 'signature';

/** The text of a hand-off file: the canonical JSON of the whole, so that it is one line without white space. */
export function writeHandOff(content: HandOffContent, key: SigningKey): string {
  const open = { format: HAND_OFF_FORMAT, version: HAND_OFF_VERSION, ...content, publicKey: key.publicKey } as const;
  const checksum = checksumOf(open);
  const sealed: HandOff = { ...open, checksum, signature: key.sign(checksum) };
  return canonicalJson(sealed);
}

/**
 * Reads a hand-off file: its form, that nothing in it was altered, and that the holder of its key signed it. Whether we
 * may use it is another question.
 *
 * @param file its name, for the sentence that says what is wrong
 * @throws ProblemError key `handOff…` of the problems catalogue
 */
export function readHandOff(bytes: Uint8Array, file: string): HandOff {
  const raw = parse(bytes, file);
  const claim = Claim.safeParse(raw);
  if (!claim.success) throw new ProblemError('bad-input', 'handOffFormat', { file });
  const { version } = claim.data;
  if (version > HAND_OFF_VERSION) throw new ProblemError('refused', 'handOffNewer', { file, version });
  const read = HandOff.safeParse(raw);
  if (!read.success) throw misfit(read.error, raw, file);
  const { checksum, publicKey, signature } = read.data;
  // Over what the file says, not over what we made of it.
  if (checksum !== checksumOf(claim.data)) throw new ProblemError('refused', 'handOffAltered', { file });
  if (!isSignedBy(publicKey, checksum, signature)) throw new ProblemError('refused', 'handOffForged', { file });
  return read.data;
}

/** Whether bytes look like a hand-off file rather than a mail: they begin as a JSON object does. */
export function looksLikeHandOff(bytes: Uint8Array): boolean {
  return /^\uFEFF?\s*\{/u.test(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, 1024)));
}

/** Whether bytes claim to be a hand-off file, of whatever version and however damaged. */
export function claimsHandOff(bytes: Uint8Array): boolean {
  if (!looksLikeHandOff(bytes)) return false;
  return new TextDecoder().decode(bytes).includes(HAND_OFF_FORMAT);
}

function checksumOf(fields: Readonly<Record<string, unknown>>): string {
  const sealed: readonly string[] = ['checksum', 'signature'] satisfies Seal[];
  const rest = Object.fromEntries(Object.entries(fields).filter(([name]) => !sealed.includes(name)));
  return `sha256:${createHash('sha256').update(canonicalJson(rest)).digest('hex')}`;
}

function parse(bytes: Uint8Array, file: string): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    // JSON leaves open which of two fields of one name counts, so a checksum over one says nothing of the other.
    const field = repeatedField(parseTree(text));
    if (field !== undefined) throw new ProblemError('bad-input', 'handOffStrangeField', { file, field });
    return value;
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError('bad-input', 'handOffNotJson', { file });
  }
}

/** The first name that an object gives to two fields. */
function repeatedField(node: Node | undefined): string | undefined {
  const parts = node?.children ?? [];
  const names = node?.type === 'object' ? parts.map(({ children }) => String(children?.[0]?.value)) : [];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  return twice ?? parts.map(repeatedField).find((found) => found !== undefined);
}

function misfit(error: z.ZodError, raw: unknown, file: string): ProblemError {
  const [issue] = error.issues;
  if (issue?.code === 'unrecognized_keys') {
    const field = [...issue.path, issue.keys[0] ?? ''].map(String).join('.');
    return new ProblemError('bad-input', 'handOffStrangeField', { file, field });
  }
  const { choices, fault, path } = misfitOf(error, raw);
  // Of the patterns in a hand-off file only those of ids are GUIDs.
  const told = fault === 'guid' && !/(?:^|\.)(?:tenantId|id)$/u.test(path) ? 'other' : fault;
  return new ProblemError('bad-input', 'handOffField', { file, field: path, fault: told, choices });
}
