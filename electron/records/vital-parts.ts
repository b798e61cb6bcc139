import { ProblemError } from '#shared/model/problem.ts';
import type { DamagedDocument } from '#shared/model/protection.ts';
import { type Disk, nodeDisk } from './disk.ts';
import { inaccessible, pathOf } from './document.ts';
import { previousOf } from './durable-file.ts';
import { keyDocument, type WorkspaceKey } from './key-file.ts';
import { recoverDocument } from './recovery.ts';
import { examineDocument } from './single-document.ts';
import { workspaceDocument } from './workspace-document.ts';

/** The parts that a whole workspace depends on: its key and its own document, which only the key opens. */
function* partsOf(folder: string, key: WorkspaceKey | null, disk: Disk) {
  const keyFile = keyDocument(folder, disk);
  yield { place: keyFile.place, examine: () => examineDocument(keyFile) };
  if (key === null) return;
  const workspace = workspaceDocument({ disk, folder, key: key.bytes });
  yield { place: workspace.place, examine: () => examineDocument(workspace) };
}

/** Which of them keep a workspace from being opened. */
export async function damagedParts(
  folder: string,
  key: WorkspaceKey | null,
  disk: Disk = nodeDisk,
): Promise<DamagedDocument[]> {
  const found: DamagedDocument[] = [];
  for (const { examine } of partsOf(folder, key, disk)) {
    const damaged = await examine();
    if (damaged) found.push(damaged);
  }
  return found;
}

/**
 * Sets such a part aside and puts the version before its last save in its place. Without a version before, nothing is
 * done, since nothing would be left to open.
 */
export async function recoverPart(
  folder: string,
  key: WorkspaceKey | null,
  file: string,
  disk: Disk = nodeDisk,
): Promise<void> {
  for (const { examine, place } of partsOf(folder, key, disk)) {
    if (place.name !== file) continue;
    const damaged = await examine();
    if (!damaged) break;
    if (!damaged.previous) throw new ProblemError('refused', 'noVersionBefore', { file: pathOf(place) });
    try {
      await recoverDocument(place, await disk.read(previousOf(pathOf(place))));
    } catch (error) {
      throw inaccessible('workspaceUnwritable', pathOf(place), error);
    }
    return;
  }
  throw new ProblemError('refused', 'documentWhole', { file });
}
