import { addressText } from '#shared/model/address-text.ts';
import { ProblemError } from '#shared/model/problem.ts';

/** The text of an address file, in whichever encoding; a file that is no text is a problem. */
export function readAddressFile(file: string, bytes: Uint8Array): string {
  const text = addressText(bytes);
  if (text === null) throw new ProblemError('bad-input', 'addressFileNoText', { file });
  return text;
}
