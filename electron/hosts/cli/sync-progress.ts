import type { SyncProgress, SyncStep } from '#shared/model/sync.ts';
import type { Terminal } from './terminal.ts';

const STEPS: Record<SyncStep, string> = {
  partners: 'Our resellers',
  'reseller-link': 'Our invitation link',
  customers: 'Customers',
  'customer-details': 'Details of customers',
  'delegated-customers': 'Customers of our delegations',
  delegations: 'Delegations',
  assignments: 'Access of our groups',
};

/** Characters of the line and of the bar in it, which takes what the words leave. */
const WIDTH = 79;
const CELLS = 20;

/** Shows how far a sync is. */
export interface ProgressView {
  show(progress: SyncProgress): void;
  /** Leaves nothing half-drawn. */
  end(): void;
}

/** JSON lines for a script, one line written over and over for a person, and nothing where nobody watches. */
export function progressView({ err, showsProgress = false }: Terminal, json: boolean): ProgressView {
  let last = '';
  const changed = (next: string): boolean => {
    if (next === last) return false;
    last = next;
    return true;
  };
  if (json) {
    return {
      show(progress) {
        const line = JSON.stringify(progress);
        if (changed(line)) err(`${line}\n`);
      },
      end: () => undefined,
    };
  }
  if (!showsProgress) return { show: () => undefined, end: () => undefined };
  return {
    show(progress) {
      const line = progressLine(progress);
      if (changed(line)) err(`\r\u001b[2K${line}`);
    },
    end() {
      if (last !== '') err('\r\u001b[2K');
      last = '';
    },
  };
}

/** One line of less than 80 characters. */
export function progressLine({ done, left, of, rate, step, waitingUntil }: SyncProgress): string {
  const words = [
    of === null ? number(done) : `${number(done)} of ${number(of)}`,
    ...(waitingUntil === null ? [] : [`asked to wait until ${time(waitingUntil)}`]),
    ...(waitingUntil !== null || rate === 0 ? [] : [`${number(Math.round(rate))}/s`]),
    ...(waitingUntil !== null || left === null ? [] : [`${duration(left)} left`]),
  ].join(', ');
  const cells = Math.min(CELLS, WIDTH - `${STEPS[step]} [] ${words}`.length);
  return `${STEPS[step]} ${of === null || cells < 3 ? '' : `${bar(done, of, cells)} `}${words}`.slice(0, WIDTH);
}

function bar(done: number, of: number, cells: number): string {
  const full = of === 0 ? 0 : Math.floor(Math.min(1, done / of) * cells);
  return `[${'#'.repeat(full)}${'-'.repeat(cells - full)}]`;
}

const number = (value: number): string => value.toLocaleString('en-US');
const time = (instant: string): string => new Date(instant).toLocaleTimeString('en-GB');

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  if (seconds < 3600) return `${Math.ceil(seconds / 60)} min`;
  return `${Math.floor(seconds / 3600)} h ${Math.ceil((seconds % 3600) / 60)} min`;
}
