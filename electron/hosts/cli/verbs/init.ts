import type { Command } from 'commander';
import { type CommonOptions, withCommonOptions, withConsole } from '#electron/hosts/cli/open-console.ts';
import { readNewPassphrase } from '#electron/hosts/cli/passphrase-file.ts';
import { readJsonFile } from '#electron/hosts/cli/read-json.ts';
import type { Terminal } from '#electron/hosts/cli/terminal.ts';
import type { ProtectionChoice } from '#shared/model/protection.ts';

interface InitOptions extends CommonOptions {
  readonly profile: string;
}

/** `init --profile FILE`: creates a workspace for one partner profile. */
export function addInitVerb(program: Command, terminal: Terminal): void {
  withCommonOptions(program.command('init'))
    .description('create a workspace for one partner profile')
    .requiredOption('--profile <file>', 'the partner profile, a JSON file')
    .action(async (options: InitOptions) => {
      const protection = await protectionOf(options, { ...terminal, err: () => undefined });
      const given = await readJsonFile(options.profile, terminal, 'profileNotJson');
      await withConsole(terminal, options, 'write', async (client) => {
        const profile = await client.workspace.create({ profile: given, file: options.profile, protection });
        const state = await client.workspace.state();
        terminal.out(
          options.json
            ? `${JSON.stringify(profile)}\n`
            : `Created a workspace for ${profile.partner.name} (${profile.cloud}) in ${state.folder}.\n`,
        );
        if (protection.kind === 'none' && !options.plaintext) terminal.err(inTheClear(state.folder));
      });
    });
}

/** Scripts that say nothing get what they always got. */
async function protectionOf({ passphraseFile, plaintext }: InitOptions, terminal: Terminal): Promise<ProtectionChoice> {
  if (passphraseFile === undefined || plaintext) return { kind: 'none' };
  return { kind: 'passphrase', passphrase: await readNewPassphrase(passphraseFile, terminal) };
}

function inTheClear(folder: string): string {
  return `The records in ${folder} are not encrypted: to encrypt them, create the workspace with --passphrase-file FILE, or say --plaintext if that is meant.\n`;
}
