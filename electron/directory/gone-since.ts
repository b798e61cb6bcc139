import type { Instant } from '#shared/model/ids.ts';
import type { Gone } from '#shared/model/provenance.ts';

/** Since when a source no longer lists something, as lists hold it: in whole seconds, 0 while it does. */
export function goneSeconds(gone: Gone | undefined): number {
  return gone ? Math.floor(Date.parse(gone.asOf) / 1000) : 0;
}

/** The same as an instant; `null` while the source lists it. */
export function goneSince(seconds: number): Instant | null {
  return seconds === 0 ? null : new Date(seconds * 1000).toISOString();
}
