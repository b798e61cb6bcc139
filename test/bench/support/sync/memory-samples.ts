/** Milliseconds between two looks. */
const EVERY = 100;

/** What the process holds while work goes on: megabytes at its beginning, at each quarter of its time, and at most. */
export interface MemorySamples {
  readonly quarters: readonly number[];
  readonly peak: number;
}

/** Resident megabytes of this process. */
const residentNow = (): number => process.memoryUsage.rss() / 1_048_576;

/** Looks at the memory while work goes on. */
export async function sampled<T>(
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly memory: MemorySamples }> {
  const samples = [residentNow()];
  const clock = setInterval(() => samples.push(residentNow()), EVERY);
  try {
    const result = await work();
    samples.push(residentNow());
    const at = (share: number) => samples[Math.round((samples.length - 1) * share)] ?? Number.NaN;
    return {
      result,
      memory: { quarters: [0, 0.25, 0.5, 0.75, 1].map(at), peak: samples.reduce((a, b) => Math.max(a, b)) },
    };
  } finally {
    clearInterval(clock);
  }
}
