import type { ConsoleClient } from '#shared/contract/index.ts';
import type { AccountState } from '#shared/contract/sync.ts';
import type { Terminal } from './terminal.ts';

export const WAYS = ['browser', 'device-code'] as const;
export type Way = (typeof WAYS)[number];

/** Signs in, telling the person on stderr what to do, and waits until that is done. */
export async function signInAt(
  account: Pick<ConsoleClient['account'], 'signIn' | 'signedIn'>,
  how: Way,
  { err }: Terminal,
): Promise<AccountState> {
  const begun = await account.signIn({ how });
  if (begun.state === 'signing-in') err(whatToDo(begun));
  return await account.signedIn();
}

function whatToDo({ code, expiresAt, url }: Extract<AccountState, { state: 'signing-in' }>): string {
  if (code !== null) {
    const until = expiresAt === null ? '' : `, which is valid until ${new Date(expiresAt).toLocaleTimeString('en-GB')}`;
    return `To sign in, open ${url} on any device and type the code ${code}${until}.\n`;
  }
  return url === null
    ? 'To sign in, go on in the browser, which opened.\n'
    : `To sign in, open this address in a browser on this computer:\n${url}\n`;
}
