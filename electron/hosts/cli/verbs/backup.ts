import { basename, dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { type CommonOptions, withCommonOptions, withConsole } from '#electron/hosts/cli/open-console.ts';
import { readNewPassphrase, readPassphrase } from '#electron/hosts/cli/passphrase-file.ts';
import type { Terminal } from '#electron/hosts/cli/terminal.ts';
import { UsageError } from '#electron/hosts/say.ts';
import type { ProtectionChoice } from '#shared/model/protection.ts';

interface BackupOptions extends CommonOptions {
  readonly out: string;
  readonly newPassphraseFile?: string;
}

interface RestoreOptions extends CommonOptions {
  readonly newPassphraseFile?: string;
}

interface EraseOptions extends CommonOptions {
  readonly yesErase: string;
}

/** `backup`, `restore` and `erase`. */
export function addBackupVerbs(program: Command, terminal: Terminal): void {
  const print = (value: unknown): void => terminal.out(`${JSON.stringify(value)}\n`);
  const quietly: Terminal = { ...terminal, err: () => undefined };

  withCommonOptions(program.command('backup'))
    .description('write the whole workspace into one file, encrypted with the passphrase')
    .requiredOption('--out <file>', 'the backup; it must not be there yet')
    .option('--new-passphrase-file <file>', 'a passphrase for the backup that is not that of the workspace')
    .action(async (options: BackupOptions) => {
      const file = options.newPassphraseFile ?? options.passphraseFile;
      if (file === undefined) throw new UsageError('Name the passphrase of the backup with --passphrase-file.');
      const passphrase = await readNewPassphrase(file, options.newPassphraseFile === undefined ? quietly : terminal);
      const path = resolve(options.out);
      const made = await withConsole(
        terminal,
        options,
        'write',
        ({ workspace }) => workspace.backup({ passphrase, name: basename(path) }),
        undefined,
        { backupsFolder: dirname(path), passphraseElsewhere: true, closesOnInterrupt: true },
      );
      if (options.json) return print(made);
      terminal.out(`Wrote ${made.path} (${made.bytes} bytes).\n`);
    });

  withCommonOptions(program.command('restore'))
    .description('make the workspace in a backup anew, in a folder that holds none')
    .argument('<file>', 'the backup')
    .option('--new-passphrase-file <file>', 'a passphrase for the workspace that is not that of the backup')
    .action(async (file: string, options: RestoreOptions) => {
      const { passphraseFile } = options;
      if (passphraseFile === undefined) {
        throw new UsageError('Name the passphrase of the backup with --passphrase-file.');
      }
      const passphrase = await readPassphrase(passphraseFile, quietly);
      const protection = await protectionOf(options, passphrase, terminal);
      const path = resolve(file);
      const profile = await withConsole(
        terminal,
        options,
        'write',
        ({ workspace }) => workspace.restore({ name: basename(path), passphrase, protection }),
        undefined,
        { backupsFolder: dirname(path), passphraseElsewhere: true },
      );
      if (options.json) return print(profile);
      terminal.out(`Restored the workspace of ${profile.partner.name} (${profile.cloud}).\n`);
    });

  withCommonOptions(program.command('erase'))
    .description('erase the workspace for good: its key first')
    .requiredOption('--yes-erase <partner>', 'the name of the partner, to be sure')
    .action(async (options: EraseOptions) => {
      const { yesErase: partner } = options;
      const erased = await withConsole(terminal, options, 'write', ({ workspace }) => workspace.erase({ partner }));
      if (options.json) return print(erased);
      terminal.out(`Erased the workspace of ${partner}.\n`);
    });
}

/** The restored workspace keeps the passphrase of its backup unless another is given, or none is wanted. */
async function protectionOf(
  { newPassphraseFile, plaintext }: RestoreOptions,
  passphrase: string,
  terminal: Terminal,
): Promise<ProtectionChoice> {
  if (plaintext && newPassphraseFile !== undefined) {
    throw new UsageError('--plaintext and --new-passphrase-file exclude each other.');
  }
  if (plaintext) return { kind: 'none' };
  const chosen = newPassphraseFile === undefined ? passphrase : await readNewPassphrase(newPassphraseFile, terminal);
  return { kind: 'passphrase', passphrase: chosen };
}
