import { useEffect, useState } from 'react';

/** A value once it has stayed the same for a while (in ms): what is being typed need not be checked at every stroke. */
export function useSettled<T>(value: T, patience: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), patience);
    return () => clearTimeout(timer);
  }, [value, patience]);
  return settled;
}
