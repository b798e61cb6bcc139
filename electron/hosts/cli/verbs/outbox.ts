import type { Command } from 'commander';
import { type CommonOptions, withCommonOptions, withConsole } from '#electron/hosts/cli/open-console.ts';
import { like, wholeNumber } from '#electron/hosts/cli/options.ts';
import { attentionSentence } from '#electron/hosts/cli/outbox-attention.ts';
import { columns, type Finish, type Terminal } from '#electron/hosts/cli/terminal.ts';
import { EXIT, UsageError } from '#electron/hosts/say.ts';
import type { ShownEntry } from '#shared/contract/sync.ts';
import { problemSentence } from '#shared/locales/translator.ts';
import { CustomerId, DelegationId, RoleDefinitionId } from '#shared/model/ids.ts';
import { OutboxCommand } from '#shared/model/outbox.ts';

interface OfCustomer extends CommonOptions {
  readonly customer: CustomerId;
}

interface OfRelationship extends OfCustomer {
  readonly relationship: DelegationId;
}

interface RequestOptions extends OfCustomer {
  readonly name: string;
  readonly days: number;
  readonly role: RoleDefinitionId[];
  readonly autoExtend?: boolean;
}

/** Verbs that put commands in the outbox, and those that show, take back and send what is there. */
export function addOutboxVerbs(program: Command, terminal: Terminal, finish: Finish): void {
  const say = (json: boolean | undefined, value: unknown, sentence: string): void =>
    terminal.out(json ? `${JSON.stringify(value)}\n` : `${sentence}\n`);
  const add = async (given: unknown, options: CommonOptions): Promise<void> => {
    const command = OutboxCommand.safeParse(given);
    if (!command.success) {
      const [fault] = command.error.issues;
      throw new UsageError(`--${fault?.path.join('.')} cannot be used: ${fault?.message}.`);
    }
    const entry = await withConsole(terminal, options, 'write', ({ outbox }) => outbox.add(command.data));
    say(options.json, entry, `${entry.id} waits in the outbox; outbox-send or the next sync sends it.`);
  };
  const ofCustomer = (name: string, what: string): Command =>
    withCommonOptions(program.command(name))
      .description(what)
      .requiredOption('--customer <id>', 'whose', like(CustomerId, 'a tenant id (GUID)'));
  const ofRelationship = (name: string, what: string): Command =>
    ofCustomer(name, what).requiredOption('--relationship <id>', 'which', like(DelegationId, 'a relationship’s id'));

  withCommonOptions(program.command('outbox'))
    .description('list what was decided for the services to do: what is not over yet, then the rest, the newest first')
    .option('--limit <n>', 'at most so many rows', wholeNumber)
    .action(async (options: CommonOptions & { limit?: number }) => {
      const query = { limit: options.limit ?? 1_000 };
      const list = await withConsole(terminal, options, 'read', ({ outbox }) => outbox.list(query));
      if (options.json) return terminal.out(`${JSON.stringify(list)}\n`);
      terminal.out(columns(['ID', 'STATE', 'DECIDED', 'COMMAND', 'CUSTOMER', 'RESULT'], list.items.map(rowOf)));
    });

  ofCustomer('request-gdap', 'decide to ask a customer for a GDAP relationship')
    .requiredOption('--name <name>', 'its name, unique among ours, at most 50 characters')
    .requiredOption('--days <n>', 'how long it lasts: 1 to 730', wholeNumber)
    .requiredOption('--role <id>', 'a role’s id; once for each', collected, [])
    .option('--auto-extend', 'it extends itself by half a year when it ends')
    .action(({ autoExtend = false, customer, days, name, role: roles, ...options }: RequestOptions) =>
      add({ kind: 'gdap-request', customer, name, days, autoExtend, roles }, options),
    );

  ofRelationship('extend', 'decide that a GDAP relationship extends itself when it ends')
    .option('--off', 'no longer extends itself')
    .action(({ customer, off = false, relationship: delegation, ...options }: OfRelationship & { off?: boolean }) =>
      add({ kind: 'gdap-extend', customer, delegation, autoExtend: !off }, options),
    );

  ofRelationship('terminate', 'decide to end a GDAP relationship').action(
    ({ customer, relationship: delegation, ...options }: OfRelationship) =>
      add({ kind: 'gdap-terminate', customer, delegation }, options),
  );

  ofCustomer('remove-dap', 'decide to give up delegated admin privileges').action(
    ({ customer, ...options }: OfCustomer) => add({ kind: 'dap-remove', customer }, options),
  );

  withCommonOptions(program.command('fetch-link'))
    .description('decide to fetch our reseller link afresh')
    .action((options: CommonOptions) => add({ kind: 'reseller-link' }, options));

  withCommonOptions(program.command('outbox-undo'))
    .description('take back what was not sent yet, or set aside what needs attention')
    .argument('<id>', 'the entry')
    .action(async (id: string, options: CommonOptions) => {
      const entry = await withConsole(terminal, options, 'write', ({ outbox }) => outbox.undo({ id }));
      say(options.json, entry, `${entry.id} was ${entry.problem ? 'set aside' : 'taken back'}.`);
    });

  withCommonOptions(program.command('outbox-retry'))
    .description('try again what needs attention')
    .argument('<id>', 'the entry')
    .option('--token-file <file>', 'a file with access tokens, for unattended use')
    .action(async (id: string, options: CommonOptions) => {
      const entry = await withConsole(terminal, options, 'write', ({ outbox }) => outbox.retry({ id }));
      // Without a problem it waits until somebody is signed in.
      const isWell = entry.state === 'done' || (entry.state === 'waiting' && entry.problem === null);
      if (!isWell) finish(EXIT.refused);
      say(options.json, entry, resultOf(entry) || `${entry.id} is ${entry.state}.`);
    });

  withCommonOptions(program.command('outbox-send'))
    .description('send what waits, now')
    .option('--token-file <file>', 'a file with access tokens, for unattended use')
    .action(async (options: CommonOptions) => {
      const sent = await withConsole(terminal, options, 'write', ({ outbox }) => outbox.send({}));
      const { attention, problem, refused } = sent;
      if (refused + attention > 0 || problem) finish(problem?.kind === 'damaged' ? EXIT.unreadable : EXIT.refused);
      say(options.json, sent, `Sent ${sent.sent}, refused ${refused}.`);
      if (attention > 0) terminal.err(`${attentionSentence(attention)}\n`);
      if (problem) terminal.err(`${problemSentence(problem, 'en')}\n`);
    });
}

function collected(text: string, before: readonly RoleDefinitionId[]): RoleDefinitionId[] {
  return [...before, like(RoleDefinitionId, 'a role’s id (GUID)')(text)];
}

const rowOf = (entry: ShownEntry): string[] => [
  entry.id,
  entry.state,
  entry.decidedAt.slice(0, 16),
  entry.command.kind,
  entry.customerName ?? '',
  resultOf(entry),
];

/** What came of it, as one sentence or a link; empty while nothing did. */
function resultOf({ problem, result }: ShownEntry): string {
  return problem ? problemSentence(problem, 'en') : (result?.link ?? '');
}
