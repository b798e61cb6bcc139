import { create } from 'zustand';
import { client } from '#renderer/app/client.ts';
import type { Job, JobState, Owner } from './job.ts';

interface Jobs {
  readonly jobs: readonly Job[];
  readonly add: (files: readonly File[]) => void;
  /** Reads a file again, now that a person has said whose it is. */
  readonly again: (id: number, owner: Owner) => void;
  /** Lets the file that is being read finish (it is read whole or not at all) and drops the ones behind it. */
  readonly stop: () => void;
  readonly clear: () => void;
}

let lastId = 0;

/** The files of this sitting. They outlive the dialog, so that closing it interrupts nothing. */
export const useJobs = create<Jobs>()((set) => ({
  jobs: [],
  add: (files) =>
    set(({ jobs }) => ({
      jobs: [...jobs, ...files.map((file): Job => ({ id: ++lastId, file, owner: {}, state: { step: 'waiting' } }))],
    })),
  again: (id, owner) =>
    set(({ jobs }) => ({
      jobs: jobs.map((job) => (job.id === id ? { ...job, owner, state: { step: 'waiting' } } : job)),
    })),
  stop: () =>
    set(({ jobs }) => ({
      jobs: jobs.map((job) => (job.state.step === 'waiting' ? { ...job, state: { step: 'stopped' } } : job)),
    })),
  clear: () => set(({ jobs }) => ({ jobs: jobs.filter(({ state }) => state.step === 'reading') })),
}));

const put = (id: number, state: JobState) =>
  useJobs.setState(({ jobs }) => ({ jobs: jobs.map((job) => (job.id === id ? { ...job, state } : job)) }));

let running = false;

/** Reads the waiting files one after another; `onRecorded` is called after each that changed the records. */
export async function readWaiting(onRecorded: () => Promise<void>): Promise<void> {
  if (running) return;
  running = true;
  try {
    for (;;) {
      const job = useJobs.getState().jobs.find(({ state }) => state.step === 'waiting');
      if (!job) return;
      put(job.id, { step: 'reading' });
      put(job.id, await read(job));
      await onRecorded();
    }
  } finally {
    running = false;
  }
}

async function read({ file, owner }: Job): Promise<JobState> {
  try {
    const modifiedAt = new Date(file.lastModified).toISOString();
    const report = await client.imports.file({ file: { name: file.name, bytes: file, modifiedAt }, ...owner });
    return { step: 'done', report };
  } catch (error) {
    return { step: 'refused', error };
  }
}
