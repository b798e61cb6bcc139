import { z } from 'zod';

/** What a process is to do: sync twice, or fetch what the second sync fetched. */
export const Order = z.object({
  phase: z.enum(['sync', 'fetch']),
  folder: z.string(),
  customers: z.number().int().positive(),
});
export type Order = z.infer<typeof Order>;

/** What it measured. */
export const Outcome = z.array(z.object({ metric: z.string(), value: z.number(), unit: z.string() }));
export type Outcome = z.infer<typeof Outcome>;

/** What lies in the folder of a bench: the access tokens, the workspace, and what the second sync asked for. */
export const FILES = { tokens: 'tokens.json', workspace: 'workspace', requests: 'requests.jsonl' } as const;

/** A request of the second sync, as a line of `requests.jsonl`. */
export const Asked = z.object({ url: z.string(), headers: z.record(z.string(), z.string()) });
export type Asked = z.infer<typeof Asked>;
