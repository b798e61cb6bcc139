import type { WorkspaceKey } from '#electron/records/key-file.ts';
import type { KeptRecords } from '#electron/records/workspace.ts';
import type { Unlock } from './examine.ts';
import type { Circumstances, Trial } from './trial.ts';

/** Something that is done to a workspace, during which the machine may stop. */
export interface Scenario {
  readonly name: string;
  /** The disk before, and what is so on it; then the work, which ends well on a whole disk. */
  readonly prepare: (circumstances: Circumstances) => Promise<Prepared>;
  readonly unlock: Unlock;
  /** Whether a passphrase must be tried, which takes long by design. */
  readonly slow?: true;
}

export interface Prepared {
  readonly trial: Trial;
  readonly work: () => Promise<unknown>;
  /** The records that the work is done with, where the workspace is open before, and what opens it. */
  readonly open?: { readonly records: KeptRecords; readonly key: WorkspaceKey };
}
