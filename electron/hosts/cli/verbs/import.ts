import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import { type CommonOptions, withCommonOptions, withConsole } from '#electron/hosts/cli/open-console.ts';
import { like } from '#electron/hosts/cli/options.ts';
import { readBytes } from '#electron/hosts/cli/read-json.ts';
import type { Finish, Terminal } from '#electron/hosts/cli/terminal.ts';
import { EXIT, isClosed, problemOf, sentenceOf } from '#electron/hosts/say.ts';
import type { ConsoleClient } from '#shared/contract/index.ts';
import { rejectionSentence } from '#shared/locales/translator.ts';
import { CustomerId, DelegationId } from '#shared/model/ids.ts';
import type { ImportReport } from '#shared/model/imports.ts';
import { ProblemError } from '#shared/model/problem.ts';

interface ImportOptions extends CommonOptions {
  readonly customer?: CustomerId;
  readonly relationship?: DelegationId;
}

/** `import FILE…`: recognises each file by its header and imports it; a file that is refused stops no other. */
export function addImportVerb(program: Command, terminal: Terminal, finish: Finish): void {
  withCommonOptions(program.command('import'))
    .description('import files that partners have: portal downloads, GDAP lists, reconciliation files, API bodies')
    .argument('<files...>', 'the files')
    .option(
      '--customer <id>',
      'whose facts these are, for files that do not say',
      like(CustomerId, 'a tenant id (GUID)'),
    )
    .option('--relationship <id>', 'the GDAP relationship, for access assignments', like(DelegationId, 'an id'))
    .action(async (files: string[], options: ImportOptions) => {
      await withConsole(terminal, options, 'write', async (client) => {
        const reports: object[] = [];
        try {
          for (const file of files) {
            const report = await importOne(client, file, options, terminal);
            if ('refused' in report || report.rejected.length > 0) finish(EXIT.refused);
            reports.push('refused' in report ? refusal(report) : readable(report));
            if (!options.json && !('refused' in report)) terminal.out(account(report));
          }
        } finally {
          // What was imported before the workspace failed is accounted for all the same.
          if (options.json) terminal.out(`${JSON.stringify(reports)}\n`);
        }
      });
    });
}

interface Refused {
  readonly file: string;
  readonly refused: string;
}

/** A file that was refused whole: nothing was read from it, and nothing recorded. */
function refusal({ file, refused }: Refused) {
  return { file, kind: null, encoding: null, rows: 0, added: 0, updated: 0, unchanged: 0, rejected: [], refused };
}

async function importOne(
  client: ConsoleClient,
  file: string,
  options: ImportOptions,
  terminal: Terminal,
): Promise<ImportReport | Refused> {
  try {
    const bytes = await readBytes(file);
    const modifiedAt = (await stat(file)).mtime.toISOString();
    const handed = { name: basename(file), bytes: new Blob([new Uint8Array(bytes)]), modifiedAt };
    const { customer, relationship } = options;
    const named = { ...(customer ? { customer } : {}), ...(relationship ? { relationship } : {}) };
    const report = await client.imports.file({ file: handed, ...named });
    if (report.needs !== 'customer' || options.json || !terminal.input.isTTY) return { ...report, file };
    const asked = await askCustomer(client, file, terminal);
    return { ...(asked ? await client.imports.file({ file: handed, customer: asked }) : report), file };
  } catch (error) {
    const problem = problemOf(error);
    // A workspace that can't be used stops everything; a file that can't be used stops itself.
    if (!problem || problem.kind === 'damaged' || problem.kind === 'busy' || isClosed(problem)) throw error;
    const refused = sentenceOf(new ProblemError(problem.kind, problem.key, { ...problem.values, file }));
    terminal.err(`${refused}\n`);
    return { file, refused };
  }
}

/** Asks at the terminal whose facts a file holds, by name, domain or id; an empty answer leaves the file out. */
async function askCustomer(client: ConsoleClient, file: string, { err, input }: Terminal) {
  const lines = createInterface({ input, output: process.stderr });
  try {
    for (;;) {
      const answer = (
        await lines.question(`${file} does not say whose subscriptions these are. Customer (name or id): `)
      ).trim();
      if (!answer) return undefined;
      const { items, total } = await client.customers.list({ search: answer, limit: 10 });
      const [only] = items;
      if (only && total === 1) return only.id;
      err(
        total === 0
          ? 'No customer matches.\n'
          : `${total} customers match:\n${items.map(({ id, name }) => `  ${id}  ${name}\n`).join('')}`,
      );
    }
  } finally {
    lines.close();
  }
}

function readable({ delimiter: _delimiter, needs: _needs, rejected, ...counts }: ImportReport) {
  return {
    ...counts,
    rejected: rejected.map((one) => ({
      line: one.line,
      ...(one.column === undefined ? {} : { column: one.column }),
      reason: rejectionSentence(one, 'en'),
    })),
  };
}

function account(report: ImportReport): string {
  const { added, encoding, file, kind, rejected, rows, unchanged, updated } = report;
  const head = `${file} (${kind}, ${encoding}): ${rows} ${rows === 1 ? 'row' : 'rows'}: ${added} added, ${updated} updated, ${unchanged} unchanged, ${rejected.length} rejected\n`;
  return (
    head +
    readable(report)
      .rejected.map(({ line, column, reason }) => `  line ${line}${column ? `, ${column}` : ''}: ${reason}\n`)
      .join('')
  );
}
