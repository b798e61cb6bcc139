/** One measurement as one JSON line. `peer` names whose figure it is when it is not ours. */
export interface Measurement {
  readonly bench: string;
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
  readonly peer?: string;
}

export function report(measurement: Measurement): void {
  process.stdout.write(`${JSON.stringify({ ...measurement, value: Number(measurement.value.toPrecision(4)) })}\n`);
}

/** Milliseconds of each of `runs` calls, sorted. */
export async function timed(runs: number, work: (run: number) => unknown): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await work(run);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b);
}

/** The value below which a share of the sorted times lies. */
export function percentile(times: readonly number[], share: number): number {
  return times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
}
