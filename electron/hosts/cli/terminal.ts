import type { Readable } from 'node:stream';
import type { EXIT } from '#electron/hosts/say.ts';

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A verb's way to say how it ended: 0 unless said, 1 when a part was refused. */
export type Finish = (code: ExitCode) => void;

/** Where a verb reads and writes: answers on `out`, messages on `err`. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether somebody watches `err`, so that a line may be written over. */
  readonly showsProgress?: boolean;
  /** Calls the listener once when the person wants to stop (Ctrl-C), in the place of ending at once; gives a way to take that back. */
  readonly onInterrupt?: (listener: () => void) => () => void;
  /** The folder of this person's settings; without one the defaults hold. */
  readonly settings?: string;
  /** The product's version. */
  readonly version: string;
  readonly input: Readable & { readonly isTTY?: boolean };
}

/** Rows as aligned columns for a person's eyes; wide (Chinese) characters count twice. */
export function columns(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [header, ...rows];
  const widths = header.map((_, index) => Math.max(...all.map((row) => widthOf(row[index] ?? ''))));
  return all
    .map((row) => row.map((cell, index) => pad(cell, index === row.length - 1 ? 0 : (widths[index] ?? 0))).join('  '))
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/gu;

function widthOf(text: string): number {
  return [...text].length + (text.match(WIDE)?.length ?? 0);
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}
