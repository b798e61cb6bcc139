import type { Session } from '#electron/procedures/session.ts';

const handedOut = new WeakMap<Session, Set<string>>();

/** Remembers a `mailto:` address that the window was given, so that it and no other may be opened for it. */
export function handOut(session: Session, address: string): string {
  handedOut.set(session, (handedOut.get(session) ?? new Set()).add(address));
  return address;
}

/** Whether an address is one that the window was given; it can be opened once. */
export function takeBack(session: Session, address: string): boolean {
  return handedOut.get(session)?.delete(address) ?? false;
}
