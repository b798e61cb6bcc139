import { type Command, Option } from 'commander';
import { readAddressFile } from '#electron/hosts/cli/address-file.ts';
import { sourceOf } from '#electron/hosts/cli/link-source.ts';
import { type CommonOptions, withCommonOptions, withConsole } from '#electron/hosts/cli/open-console.ts';
import { like, oneOf } from '#electron/hosts/cli/options.ts';
import { readBytes } from '#electron/hosts/cli/read-json.ts';
import type { Finish, Terminal } from '#electron/hosts/cli/terminal.ts';
import { EXIT } from '#electron/hosts/say.ts';
import { decodeFile } from '#electron/sync/files/decode.ts';
import type { ConsoleClient } from '#shared/contract/index.ts';
import { BulkFormat } from '#shared/contract/invitations.ts';
import { problemSentence } from '#shared/locales/translator.ts';
import { CustomerId, InvitationId } from '#shared/model/ids.ts';
import { LANGUAGES, type Language } from '#shared/model/invitation.ts';
import { ProblemError } from '#shared/model/problem.ts';

interface InviteAllOptions extends CommonOptions {
  readonly customers: string;
  readonly link?: string;
  readonly received?: InvitationId;
  readonly addresses: string;
  readonly language: Language | 'customer';
  readonly format: BulkFormat;
  readonly template?: string;
  readonly out?: string;
}

/** Milliseconds between two looks at the progress. */
const PATIENCE = 200;

/** `invite-all`: the same invitation for many customers, each judged by the policy, as drafts or as a mail merge. */
export function addInviteAllVerb(program: Command, terminal: Terminal, finish: Finish): void {
  withCommonOptions(program.command('invite-all'))
    .description('write invitations for many customers: a folder or an archive of drafts, or a table for a mail merge')
    .requiredOption('--customers <file>', 'whom to invite: tenant ids, one a line')
    .option('--link <url>', 'an invitation link of our own, used verbatim (default: the one that Partner Center told)')
    .option('--received <id>', 'instead: a link that our provider gave us', like(InvitationId, 'a received link’s id'))
    .requiredOption('--addresses <file>', 'lines of a customer’s id, domain or name, a separator, and its address')
    .addOption(
      new Option('--language <tag>', 'the language of the mails; customer: each customer’s own, as far as can be told')
        .choices([...LANGUAGES, 'customer'])
        .default('customer'),
    )
    .option('--format <format>', 'folder, zip or mail-merge', oneOf(BulkFormat), 'folder')
    .option('--template <id>', 'the words of a shared template or of one’s own (default: the built-in ones)')
    .option('--out <folder>', 'where the folder or file goes (default: the workspace’s drafts)')
    .action(async (options: InviteAllOptions) => {
      const { format, language, out, template = null } = options;
      const common = {
        customers: readCustomers(options.customers, await readText(options.customers)),
        language,
        words: { template },
        addresses: readAddressFile(options.addresses, await readBytes(options.addresses)),
      };
      const { badAddresses, ...result } = await withConsole(
        terminal,
        options,
        'write',
        async ({ invitations }) => {
          const request = { ...common, source: await sourceOf(options, invitations, terminal) };
          const preview = await invitations.bulk.preview(request);
          const exported = await withProgress(invitations, terminal, () =>
            invitations.bulk.export({ ...request, format }),
          );
          return { ...exported, badAddresses: preview.badAddresses };
        },
        out,
      );
      const refused = result.refused.map(({ customer, problem }) => ({
        customer,
        reason: problemSentence(problem, 'en'),
      }));
      const bad = badAddresses.map(({ line, problem }) => ({ line, reason: problemSentence(problem, 'en') }));
      if (refused.length > 0 || bad.length > 0) finish(EXIT.refused);
      terminal.out(
        options.json
          ? `${JSON.stringify({ ...result, refused, badAddresses: bad })}\n`
          : account({ ...result, refused, bad, addresses: options.addresses }),
      );
    });
}

interface Account {
  readonly path: string;
  readonly written: number;
  readonly skipped: number;
  readonly refused: readonly { readonly customer: string; readonly reason: string }[];
  readonly bad: readonly { readonly line: number; readonly reason: string }[];
  readonly addresses: string;
}

function account({ addresses, bad, path, refused, skipped, written }: Account): string {
  const head = `${written} written${path === '' ? '' : ` to ${path}`}, ${skipped} skipped, ${refused.length} refused`;
  return [
    head,
    ...bad.map(({ line, reason }) => `  ${addresses}, line ${line}: ${reason}`),
    ...refused.map(({ customer, reason }) => `  ${customer}: ${reason}`),
    '',
  ].join('\n');
}

/** Tells a person at the terminal how far the export is, on one line that is written over. */
async function withProgress<T>(
  { bulk }: ConsoleClient['invitations'],
  { err, showsProgress }: Terminal,
  work: () => Promise<T>,
): Promise<T> {
  if (!showsProgress) return await work();
  const timer = setInterval(() => {
    bulk.progress().then(
      (progress) => progress && err(`\r${progress.done} of ${progress.of}`),
      () => undefined,
    );
  }, PATIENCE);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    err('\r\u001B[K');
  }
}

function readCustomers(file: string, text: string): CustomerId[] {
  const lines = text.split(/\r\n?|\n/u).map((line) => line.trim());
  const customers = lines.flatMap((line, index) => {
    if (line === '') return [];
    const id = CustomerId.safeParse(line);
    if (!id.success) throw new ProblemError('bad-input', 'customerLine', { file, line: index + 1 });
    return [id.data];
  });
  if (customers.length === 0) throw new ProblemError('bad-input', 'customerLinesMissing', { file });
  return customers;
}

async function readText(file: string): Promise<string> {
  return (await decodeFile(file, await readBytes(file))).utf8.toString('utf8');
}
