import { type Command, Option } from 'commander';
import { type CommonOptions, withCommonOptions, withConsole } from '#electron/hosts/cli/open-console.ts';
import { like } from '#electron/hosts/cli/options.ts';
import { signInAt, WAYS, type Way } from '#electron/hosts/cli/signing-in.ts';
import type { Finish, Terminal } from '#electron/hosts/cli/terminal.ts';
import { openOutside } from '#electron/hosts/open-outside.ts';
import { EXIT } from '#electron/hosts/say.ts';
import type { AccountState } from '#shared/contract/sync.ts';
import { ApplicationId } from '#shared/model/ids.ts';

interface AccountOptions extends CommonOptions {
  readonly clientId?: ApplicationId;
}

interface SignInOptions extends CommonOptions {
  readonly how: Way;
}

/** `account`, `sign-in`, `sign-out`: who we are to the services, and the app registration that staff sign in with. */
export function addAccountVerbs(program: Command, terminal: Terminal, finish: Finish): void {
  withCommonOptions(program.command('account'))
    .description('say who is signed in, and by which app registration; or set that one')
    .option('--token-file <file>', 'a file with access tokens, in the place of a sign-in')
    .option('--client-id <id>', 'the app registration to sign in with', like(ApplicationId, 'a GUID'))
    .action(async (options: AccountOptions) => {
      const { clientId, json } = options;
      await withConsole(terminal, options, clientId === undefined ? 'read' : 'write', async ({ account }) => {
        if (clientId !== undefined) await account.register({ clientId });
        const registration = await account.registration();
        const state = await account.state();
        terminal.out(
          json
            ? `${JSON.stringify({ ...state, clientId: registration.clientId })}\n`
            : `${sentence(state)}\nApp registration: ${registration.clientId ?? 'none yet; set it with --client-id'}\n`,
        );
      });
    });

  withCommonOptions(program.command('sign-in'))
    .description('sign in to the services, and so check the app registration and the account')
    .addOption(new Option('--how <way>', 'by which way').choices(WAYS).default('device-code'))
    .action(async (options: SignInOptions) => {
      const work = async (state: Promise<AccountState>) => {
        const signedIn = await state;
        if (signedIn.state !== 'signed-in') finish(EXIT.refused);
        terminal.out(options.json ? `${JSON.stringify(signedIn)}\n` : `${sentence(signedIn)}\n`);
        if (signedIn.state === 'signed-in' && !signedIn.remembered) terminal.err(NOT_KEPT);
      };
      await withConsole(
        terminal,
        options,
        'read',
        ({ account }) => work(signInAt(account, options.how, terminal)),
        undefined,
        { openAddress: openOutside },
      );
    });

  withCommonOptions(program.command('sign-out'))
    .description('forget the sign-in that a window on this computer keeps for the workspace')
    .action(async (options: CommonOptions) => {
      await withConsole(terminal, options, 'write', async ({ account }) => {
        const state = await account.signOut();
        terminal.out(options.json ? `${JSON.stringify(state)}\n` : `${sentence(state)}\n`);
      });
    });
}

const NOT_KEPT =
  'The command line has no keychain, so this sign-in ended with it: use “sync --sign-in”, or a token file for unattended use.\n';

function sentence(state: AccountState): string {
  switch (state.state) {
    case 'signed-in':
      return `Signed in as ${state.username}${state.name === null ? '' : ` (${state.name})`} of the tenant ${state.tenantId}.`;
    case 'signing-in':
      return 'A sign-in was begun and is not done.';
    case 'signed-out':
      return 'Nobody is signed in.';
  }
}
