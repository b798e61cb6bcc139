import type { Command } from 'commander';
import { type CommonOptions, withCommonOptions, withConsole } from '#electron/hosts/cli/open-console.ts';
import { readJsonFile } from '#electron/hosts/cli/read-json.ts';
import type { Terminal } from '#electron/hosts/cli/terminal.ts';

interface InitOptions extends CommonOptions {
  readonly profile: string;
}

/** `init --profile FILE`: creates a workspace for one partner profile. */
export function addInitVerb(program: Command, terminal: Terminal): void {
  withCommonOptions(program.command('init'))
    .description('create a workspace for one partner profile')
    .requiredOption('--profile <file>', 'the partner profile, a JSON file')
    .action(async (options: InitOptions) => {
      const given = await readJsonFile(options.profile, terminal, 'profileNotJson');
      await withConsole(terminal, options, 'write', async (client) => {
        const profile = await client.workspace.create({ profile: given, file: options.profile });
        const state = await client.workspace.state();
        terminal.out(
          options.json
            ? `${JSON.stringify(profile)}\n`
            : `Created a workspace for ${profile.partner.name} (${profile.cloud}) in ${state.folder}.\n`,
        );
      });
    });
}
