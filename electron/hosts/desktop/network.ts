import { session } from 'electron';
import type { NetworkGift } from '#electron/network/wire.ts';

/**
 * Chromium's way to the network, which knows the system's proxy and trusts the certificates that the system trusts. A
 * session of its own, kept in memory: the window's has no network at all, and no cookie or cached answer outlives us. Asked
 * only when the application is ready.
 */
export function systemNetwork(): NetworkGift {
  const services = session.fromPartition('services', { cache: false });
  services.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  return { fetch: (input, init) => services.fetch(input instanceof URL ? input.href : input, init) };
}
