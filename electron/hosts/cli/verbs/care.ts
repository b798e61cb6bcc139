import type { Command } from 'commander';
import { type CommonOptions, withCommonOptions, withConsole } from '#electron/hosts/cli/open-console.ts';
import { wholeNumber } from '#electron/hosts/cli/options.ts';
import { readNewPassphrase, readPassphrase } from '#electron/hosts/cli/passphrase-file.ts';
import { columns, type Finish, type Terminal } from '#electron/hosts/cli/terminal.ts';
import { EXIT, UsageError } from '#electron/hosts/say.ts';
import type { Verification } from '#shared/contract/workspace.ts';
import type { DamagedDocument } from '#shared/model/protection.ts';

interface AuditOptions extends CommonOptions {
  readonly limit: number;
}

interface PassphraseOptions extends CommonOptions {
  readonly newPassphraseFile: string;
}

/** The most that is asked for at once. */
const PAGE = 1000;

/** `verify`, `recover`, `audit` and `passphrase`: what looks after a workspace. */
export function addCareVerbs(program: Command, terminal: Terminal, finish: Finish): void {
  const print = (value: unknown): void => terminal.out(`${JSON.stringify(value)}\n`);

  withCommonOptions(program.command('verify'))
    .description('check every document, the index and the audit log')
    .action(async (options: CommonOptions) => {
      const found = await withConsole(terminal, options, 'read', ({ workspace }) => workspace.verify());
      if (!found.ok) finish(EXIT.unreadable);
      if (options.json) print(found);
      else terminal.out(verificationText(found));
    });

  withCommonOptions(program.command('recover'))
    .description('set a damaged document aside and put the version before its last save in its place')
    .argument('<file>', 'the document, as verify names it')
    .action(async (file: string, options: CommonOptions) => {
      const left = await withConsole(terminal, options, 'write', ({ workspace }) => workspace.recover({ file }));
      if (options.json) return print(left);
      terminal.out(`${file} can be read again.\n${left.map(damageLine).join('')}`);
    });

  withCommonOptions(program.command('audit'))
    .description('list what was changed, the newest first')
    .option('--limit <n>', 'at most so many entries', wholeNumber, 100)
    .action(async (options: AuditOptions) => {
      const page = await withConsole(terminal, options, 'read', async ({ workspace }) => {
        const { items, total } = await workspace.audit({ limit: Math.min(options.limit, PAGE) });
        while (items.length < Math.min(options.limit, total)) {
          const limit = Math.min(options.limit - items.length, PAGE);
          const more = (await workspace.audit({ offset: items.length, limit })).items;
          if (more.length === 0) break;
          items.push(...more);
        }
        return { total, items };
      });
      if (options.json) return print(page);
      const rows = page.items.map(({ act, at, by, count, n }) => [String(n), at, by, act, count ? String(count) : '']);
      terminal.out(columns(['N', 'AT', 'BY', 'ACT', 'CUSTOMERS'], rows));
    });

  withCommonOptions(program.command('passphrase'))
    .description('put another passphrase in the place of the present one')
    .requiredOption('--new-passphrase-file <file>', 'the new one: the first line of this file')
    .action(async (options: PassphraseOptions) => {
      const { newPassphraseFile, passphraseFile } = options;
      if (passphraseFile === undefined) throw new UsageError('Name the present passphrase with --passphrase-file.');
      const next = await readNewPassphrase(newPassphraseFile, terminal);
      const changed = await withConsole(terminal, options, 'write', async ({ workspace }) => {
        const present = await readPassphrase(passphraseFile, { ...terminal, err: () => undefined });
        return await workspace.changePassphrase({ present, next });
      });
      if (options.json) return print(changed);
      terminal.out('The passphrase is changed.\n');
    });
}

function verificationText({ audit, damaged, documents, dossiers, index, ok }: Verification): string {
  const lines = [
    `${ok ? 'Everything is in order' : 'Not everything is in order'}: ${documents} documents, ${dossiers} customers, ${audit.entries} entries of the audit log.\n`,
    ...damaged.map(damageLine),
  ];
  if (audit.brokenAt !== null) lines.push(`audit.log: line ${audit.brokenAt} does not continue the one before it.\n`);
  if (index.stale > 0)
    lines.push(`The index is behind on ${index.stale} documents; it is made anew at the next start.\n`);
  return lines.join('');
}

function damageLine({ customers, damage, detail, file, previous }: DamagedDocument): string {
  const before = previous === null ? 'no version before it' : `the version before it is of ${previous.at}`;
  const whose = customers.length === 0 ? '' : `; customers: ${customers.map(({ name }) => name).join(', ')}`;
  return `${file}: damaged (${damage}${detail === '' ? '' : `, ${detail}`}); ${before}${whose}\n`;
}
