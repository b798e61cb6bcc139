import { useLayoutEffect, useRef, useState } from 'react';

/** Functions by name. */
type Acts = Readonly<Record<string, (...given: never[]) => unknown>>;

/** The same object with the same functions at every rendering; each does what the one of the last rendering does. */
export function useStable<T extends Acts>(acts: T): T {
  const latest = useRef(acts);
  useLayoutEffect(() => {
    latest.current = acts;
  });
  const [stable] = useState(() => {
    const names = Object.keys(acts);
    const calling =
      (name: string) =>
      (...given: never[]) =>
        latest.current[name]?.(...given);
    return Object.fromEntries(names.map((name) => [name, calling(name)])) as T;
  });
  return stable;
}
