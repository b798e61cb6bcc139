import { LinkHost } from '#shared/model/link-host.ts';

/** Why a host can't be added: it is more than a name, may pass for another, is no full name, or is there already. */
export type HostFault = 'alone' | 'disguised' | 'incomplete' | 'characters' | 'taken';

/** A host as it is kept. */
export function hostOf(typed: string): string {
  return typed.trim().toLowerCase().replace(/\.$/u, '');
}

/** What is wrong with a host that somebody typed; `null` where nothing is. */
export function hostFault(typed: string, accepted: readonly string[]): HostFault | null {
  const host = hostOf(typed);
  if (/[/:@?#\\\s]/u.test(host)) return 'alone';
  // Beyond ASCII there are letters that look like these.
  if (/[^\p{ASCII}]/u.test(host) || host.split('.').some((label) => label.startsWith('xn--'))) return 'disguised';
  if (/[^a-z0-9.-]/u.test(host)) return 'characters';
  if (!LinkHost.safeParse(host).success) return 'incomplete';
  return accepted.includes(host) ? 'taken' : null;
}
