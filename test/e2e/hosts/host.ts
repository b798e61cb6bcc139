import type { Page } from '@playwright/test';
import type { Language } from '#shared/model/invitation.ts';

/** What a start of the console is given; every test has folders of its own. */
export interface Places {
  readonly workspace: string;
  readonly drafts: string;
  readonly backups: string;
  readonly settings: string;
  readonly sample: boolean;
  /** The operating system's language, as it were. */
  readonly language: Language;
}

/** How a process ended, and what it had said until then. */
export interface Ended {
  readonly code: number | null;
  readonly said: string;
}

/** A console that runs, in whichever host. */
export interface Running {
  readonly page: Page;
  /** Ends it as a person would: the last window closed, or Ctrl-C. */
  close(): Promise<void>;
  /** Ends it whatever it does; for the end of a test. */
  kill(): Promise<void>;
  /** Starts the same workspace once more beside this one, with files to open, and waits until that start has ended. */
  startAgain(files?: readonly string[]): Promise<Ended>;
}

/** The arguments that every host takes. `=` keeps a folder from being taken for Electron's own. */
export function argumentsOf({ workspace, drafts, backups, settings, sample, language }: Places): string[] {
  const folders = [
    `--workspace=${workspace}`,
    `--drafts=${drafts}`,
    `--backups=${backups}`,
    `--user-data=${settings}`,
    `--lang=${language}`,
  ];
  return sample ? ['--sample', ...folders] : folders;
}

/** Chromium has no sandbox for root. */
export const SANDBOX = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
