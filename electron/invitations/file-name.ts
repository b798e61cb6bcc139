import { HAND_OFF_EXTENSION } from '#shared/model/hand-off.ts';
import { oneLine } from './plain-text.ts';

/** Bytes in UTF-8; every file system allows 255, and Windows needs room for the folder before it. */
const NAME_LIMIT = 150;
const EXTENSION = '.eml';
const FALLBACK = 'invitation';

/** Names that Windows keeps for devices, whatever follows the first dot. */
const RESERVED = /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|(?:com|lpt)[0-9¹²³])$/iu;

/**
 * A file name for a draft: the customer's name in its own script, then the reference, then `.eml`. It holds no sign
 * that Windows, macOS or Linux refuses, is no device name, is hidden nowhere, and is at most 150 bytes long.
 */
export function draftFileName(customerName: string, reference: string): string {
  const tail = ` ${cutTo(safe(reference) || FALLBACK, 60)}${EXTENSION}`;
  const head = cutTo(safe(customerName), NAME_LIMIT - Buffer.byteLength(tail) - 1) || FALLBACK;
  const [stem = ''] = head.split('.', 1);
  return `${RESERVED.test(stem.trim()) ? '_' : ''}${head}${tail}`;
}

/** File names for what goes to one reseller, the hand-off file and the mail that carries it: our reference, then the reseller. */
export function handOffFileNames(reference: string, reseller: string): { file: string; mail: string } {
  const stem = `${cutTo(safe(reference), 60) || FALLBACK}-${cutTo(safe(reseller), 60) || FALLBACK}`;
  return { file: `${stem}${HAND_OFF_EXTENSION}`, mail: `${stem}${EXTENSION}` };
}

/** A file name for a backup: the partner's name in its own script, then the time to the second in UTC. */
export function backupFileName(partner: string, at: string, extension: string): string {
  return draftFileName(partner, at.slice(0, 19).replace('T', ' ').replaceAll(':', '')).replace(/\.eml$/u, extension);
}

/** Without what a file system refuses, and without dots, dashes or spaces at the ends. */
function safe(text: string): string {
  return trimmed(
    oneLine(text.normalize('NFC'))
      .replace(/[<>:"/\\|?*]/gu, '-')
      .replace(/-{2,}/gu, '-'),
  );
}

/** Cut between characters as people see them, so that no letter loses its marks. */
function cutTo(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (Buffer.byteLength(kept + segment) > bytes) break;
    kept += segment;
  }
  return trimmed(kept);
}

function trimmed(text: string): string {
  return text.replace(/^[\s.~-]+|[\s.-]+$/gu, '');
}
