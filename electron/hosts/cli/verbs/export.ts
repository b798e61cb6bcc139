import { basename, dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { type CommonOptions, withCommonOptions, withConsole } from '#electron/hosts/cli/open-console.ts';
import { oneOf } from '#electron/hosts/cli/options.ts';
import type { Finish, Terminal } from '#electron/hosts/cli/terminal.ts';
import { EXIT } from '#electron/hosts/say.ts';
import { ReportFormat, ReportList } from '#shared/contract/reports.ts';

interface ExportOptions extends CommonOptions {
  readonly format: ReportFormat;
  readonly out: string;
}

/** `export`: a whole list in one file. */
export function addExportVerb(program: Command, terminal: Terminal, finish: Finish): void {
  withCommonOptions(program.command('export'))
    .description('write a whole list into a file, in the place of one of that name')
    .argument('<list>', ReportList.options.join(', '), oneOf(ReportList))
    .requiredOption('--format <format>', ReportFormat.options.join(', '), oneOf(ReportFormat))
    .requiredOption('--out <file>', 'the file')
    .action(async (list: ReportList, options: ExportOptions) => {
      const { format, json, out } = options;
      const path = resolve(out);
      const { file, rows, unreadable } = await withConsole(
        terminal,
        options,
        'read',
        ({ reports }) => reports.export({ list, format, name: basename(path) }),
        undefined,
        { reportsFolder: dirname(path) },
      );
      if (unreadable > 0) {
        finish(EXIT.refused);
        const documents = unreadable === 1 ? '1 document is' : `${unreadable} documents are`;
        terminal.err(`${documents} damaged, whose customers are not in ${file}: verify tells which.\n`);
      }
      if (json) terminal.out(`${JSON.stringify({ file, rows })}\n`);
      else terminal.out(`Wrote ${file} (${rows} ${rows === 1 ? 'row' : 'rows'}).\n`);
    });
}
