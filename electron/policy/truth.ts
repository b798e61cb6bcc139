/**
 * Three-valued logic: true, false, or unknown for want of facts. Unknown is the list of property paths
 * whose absence keeps us from judging, so that the answer can say what to find out.
 */
export type Missing = readonly string[];
export type Truth = boolean | Missing;

export const isMissing = (truth: Truth): truth is Missing => typeof truth !== 'boolean';

/** False if any part is false; else unknown if any part is; else true. */
export function all(...parts: readonly Truth[]): Truth {
  return combine(parts, false);
}

/** True if any part is true; else unknown if any part is; else false. */
export function any(...parts: readonly Truth[]): Truth {
  return combine(parts, true);
}

export function not(truth: Truth): Truth {
  return isMissing(truth) ? truth : !truth;
}

function combine(parts: readonly Truth[], decisive: boolean): Truth {
  let missing: Missing | undefined;
  for (const part of parts) {
    if (part === decisive) return decisive;
    if (isMissing(part)) missing = missing ? [...missing, ...part] : part;
  }
  return missing ?? !decisive;
}

/** Whether a fact passes a test; unknown, naming its path, while it is absent or null. */
export function known<T>(fact: T | null | undefined, path: string, test: (fact: T) => Truth): Truth {
  return fact === null || fact === undefined ? [path] : test(fact);
}
