const numbers = new WeakMap<File, number>();
let last = 0;

/** A number for a file of this sitting: the same file has the same one, and no other file has it. */
export function fileKey(file: File): number {
  const number = numbers.get(file) ?? ++last;
  numbers.set(file, number);
  return number;
}
