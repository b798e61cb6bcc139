/**
 * Three-valued logic (Kleene's): true, false, or unknown for want of facts. Unknown is the list of property paths
 * whose absence keeps us from judging, so that the answer can say what to find out.
 */
export type Missing = readonly string[];
export type Truth = boolean | Missing;

export const isMissing = (truth: Truth): truth is Missing => typeof truth !== 'boolean';

/** False if any part is false; else unknown if any part is; else true. */
export function all(...parts: readonly Truth[]): Truth {
  let missing: Missing | undefined;
  for (const part of parts) {
    if (part === false) return false;
    if (part !== true) missing = missing ? [...missing, ...part] : part;
  }
  return missing ?? true;
}

/** True if any part is true; else unknown if any part is; else false. */
export function any(...parts: readonly Truth[]): Truth {
  let missing: Missing | undefined;
  for (const part of parts) {
    if (part === true) return true;
    if (part !== false) missing = missing ? [...missing, ...part] : part;
  }
  return missing ?? false;
}

export function not(truth: Truth): Truth {
  return isMissing(truth) ? truth : !truth;
}

/** Whether a fact passes a test; unknown, naming its path, while it is absent or null. */
export function known<T>(fact: T | null | undefined, path: string, test: (fact: T) => Truth): Truth {
  return fact === null || fact === undefined ? [path] : test(fact);
}

/** Whether all tests pass for one thing. Tests after the first that fails are not made. */
export function every<A extends readonly unknown[]>(tests: readonly ((...args: A) => Truth)[], ...args: A): Truth {
  let missing: Missing | undefined;
  for (const test of tests) {
    const part = test(...args);
    if (part === false) return false;
    if (part !== true) missing = missing ? [...missing, ...part] : part;
  }
  return missing ?? true;
}

/** Whether at least one item passes; unknown while the list is. The test gets the item's index for its path. */
export function some<T>(
  list: readonly T[] | null | undefined,
  path: string,
  test: (item: T, index: number) => Truth,
): Truth {
  if (list === null || list === undefined) return [path];
  let missing: Missing | undefined;
  for (let index = 0; index < list.length; index += 1) {
    const item = list[index];
    if (item === undefined) continue;
    const part = test(item, index);
    if (part === true) return true;
    if (part !== false) missing = missing ? [...missing, ...part] : part;
  }
  return missing ?? false;
}
