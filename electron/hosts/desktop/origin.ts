import { DESKTOP_ORIGIN } from '#shared/contract/carrier.ts';

/** Whether an address belongs to our own window. Node gives custom schemes no origin, so scheme and host are compared. */
export function isOurs(address: string): boolean {
  try {
    const { protocol, host } = new URL(address);
    return `${protocol}//${host}` === DESKTOP_ORIGIN;
  } catch {
    return false;
  }
}
