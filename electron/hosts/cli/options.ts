import { InvalidArgumentError } from 'commander';
import type { z } from 'zod';

/** An option's parser from a schema; what does not fit is wrong usage, and the sentence lists what would fit. */
export function oneOf<T extends z.ZodEnum>(schema: T): (text: string) => z.infer<T> {
  return (text) => {
    const read = schema.safeParse(text);
    if (read.success) return read.data;
    throw new InvalidArgumentError(`Use one of: ${schema.options.join(', ')}.`);
  };
}

/** An option's parser for what a schema makes of a text, such as an id. */
export function like<T extends z.ZodType>(schema: T, what: string): (text: string) => z.infer<T> {
  return (text) => {
    const read = schema.safeParse(text);
    if (read.success) return read.data;
    throw new InvalidArgumentError(`It must be ${what}.`);
  };
}

export function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new InvalidArgumentError('It must be a whole number above 0.');
}
