import { type Place, pathOf } from './document.ts';
import { previousOf, replaceDurably } from './durable-file.ts';
import { copyToQuarantine, quarantineFile } from './quarantine.ts';

/**
 * Sets a damaged document aside into the quarantine and puts the version before the last save in its place; where that
 * is not whole either (`null`), both are set aside and there is no such document any more. A crash in its midst leaves a
 * document that is damaged as before, or recovered.
 */
export async function recoverDocument(place: Place, previous: Buffer | null): Promise<void> {
  const path = pathOf(place);
  if (previous) {
    await copyToQuarantine(place, path);
    await replaceDurably(path, [previous], place.disk);
  } else {
    await quarantineFile(place, previousOf(path));
    await quarantineFile(place, path);
  }
}
