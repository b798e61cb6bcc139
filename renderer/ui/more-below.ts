import { type RefObject, useEffect, useState } from 'react';

/** Whether a scrolling element holds more below what is in sight; `end` is the last thing in it. */
export function useMoreBelow(scroll: RefObject<HTMLElement | null>, end: RefObject<HTMLElement | null>): boolean {
  const [more, setMore] = useState(false);
  useEffect(() => {
    if (!scroll.current || !end.current) return undefined;
    const observer = new IntersectionObserver(([entry]) => setMore(entry?.isIntersecting === false), {
      root: scroll.current,
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [scroll, end]);
  return more;
}
