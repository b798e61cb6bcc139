import { DOCUMENT_VERSION } from '#electron/records/document-layout.ts';
import type { Home } from '#electron/records/dossier-documents.ts';
import { workspaceVersion } from '#electron/records/workspace-document.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { moreDocuments } from './0001-more-documents.ts';
import { Chain, type Old, type Progress } from './migration.ts';

/** Every step there ever was; it ends at the version that we write. */
const CHAIN: Chain<typeof DOCUMENT_VERSION> = Chain.of(moreDocuments);

/** Brings a workspace to the version that we write, step by step. A newer one is refused. */
export async function bringUpToDate(old: Old, onProgress: Progress): Promise<void> {
  const { disk, folder } = old;
  for (const step of CHAIN.steps) {
    if (workspaceVersion(folder, disk) === step.from) await step.run(old, onProgress);
  }
  const version = workspaceVersion(folder, disk);
  if (version !== null && version < DOCUMENT_VERSION) {
    throw new ProblemError('damaged', 'workspaceUnusable', { folder, reason: `format ${version}` });
  }
}

/** Finishes steps that a crash cut short at their very end. */
export async function finishUpdates(home: Home, files: readonly string[]): Promise<void> {
  for (const step of CHAIN.steps) await step.finish(home, files);
}
