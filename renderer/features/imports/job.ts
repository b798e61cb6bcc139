import type { CustomerId, DelegationId } from '#shared/model/ids.ts';
import type { ImportReport } from '#shared/model/imports.ts';

/** Whose facts a file holds, when the file itself does not say. */
export interface Owner {
  readonly customer?: CustomerId;
  readonly relationship?: DelegationId;
}

export type JobState =
  | { readonly step: 'waiting' | 'reading' | 'stopped' }
  | { readonly step: 'done'; readonly report: ImportReport }
  | { readonly step: 'refused'; readonly error: unknown };

/** One handed-over file and how far it has come. */
export interface Job {
  readonly id: number;
  readonly file: File;
  readonly owner: Owner;
  readonly state: JobState;
}

/** What a person should know of a job at a glance. */
export type Verdict =
  | 'waiting'
  | 'reading'
  | 'stopped'
  | 'refused'
  | 'asking'
  | 'nothing'
  | 'partly'
  | 'unchanged'
  | 'done';

export function verdictOf(state: JobState): Verdict {
  if (state.step !== 'done') return state.step;
  const { needs, rows, rejected, added, updated } = state.report;
  if (needs !== null) return 'asking';
  if (rejected.length > 0) return rejected.length === rows ? 'nothing' : 'partly';
  return added + updated === 0 ? 'unchanged' : 'done';
}

/** The account of all files together: how many were read, refused, ask for an answer or were stopped, and the rows of those read. */
export function totalOf(jobs: readonly Job[]) {
  const total = { files: 0, refused: 0, asking: 0, stopped: 0, added: 0, updated: 0, unchanged: 0, rejected: 0 };
  for (const { state } of jobs) {
    if (state.step === 'refused') total.refused += 1;
    if (state.step === 'stopped') total.stopped += 1;
    if (state.step !== 'done') continue;
    if (state.report.needs !== null) {
      total.asking += 1;
      continue;
    }
    total.files += 1;
    total.added += state.report.added;
    total.updated += state.report.updated;
    total.unchanged += state.report.unchanged;
    total.rejected += state.report.rejected.length;
  }
  return total;
}
