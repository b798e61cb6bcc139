import type { Answer, Service } from './exchange.ts';
import { throttled } from './faults.ts';

/** How many requests a service bears. */
export interface Throttle {
  readonly requests: number;
  /** In how many milliseconds; a minute unless given. */
  readonly windowMs?: number;
}

/** Turns away what is too much: counted in windows that follow each other, as the services do. */
export function createThrottle(throttle: Throttle | undefined): (service: Service) => Answer | null {
  const windows = new Map<Service, { readonly ends: number; count: number }>();
  return (service) => {
    if (throttle === undefined || service === 'authority' || service === 'control') return null;
    const now = performance.now();
    const { requests, windowMs = 60_000 } = throttle;
    const current = windows.get(service);
    const window = current && current.ends > now ? current : { ends: now + windowMs, count: 0 };
    windows.set(service, window);
    window.count += 1;
    return window.count > requests ? throttled(Math.max(1, Math.ceil((window.ends - now) / 1000))) : null;
  };
}
