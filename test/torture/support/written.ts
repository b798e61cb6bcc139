/** The customers that the writing process saves: how many, and the seed that decides which. */
export const WRITTEN = { count: 12, seed: 5 } as const;
