import type { Dossier } from '#shared/model/dossier.ts';
import type { World } from '#test/generator/world.ts';

/** So many customers of a world, to be kept in a folder. */
export interface Task {
  readonly world: World;
  readonly customers: number;
  readonly folder: string;
}

/** What a contestant says of its own doing, besides what is measured from outside. */
export type Tell = (metric: string, value: number, unit: string) => void;

/** A way to keep customers and to list them. */
export interface Contestant {
  /** Puts the customers on the disk, ready to be opened by another process. */
  prepare(task: Task, tell: Tell): Promise<void>;
  open(task: Task): Promise<Opened>;
}

export interface Opened {
  /**
   * The first 200 customers by name that match, with how many there are and how many in each channel. SQLite finds and
   * counts all that ours does; the others search name, domain and id, and count channels.
   */
  list(search: string): Promise<Listed>;
  /** Counts the subscriptions in each channel; gives their sum. */
  channelCounts?(): Promise<number>;
  /** Whether a save that resolved is sure to be on the disk. */
  readonly isDurable: boolean;
  /** Saves a changed dossier. */
  save?(dossier: Dossier): Promise<void>;
  close(): Promise<void>;
}

export interface Listed {
  readonly total: number;
  readonly first: string | undefined;
}
