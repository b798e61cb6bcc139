import type { Command } from 'commander';
import { type CommonOptions, withCommonOptions, withConsole } from '#electron/hosts/cli/open-console.ts';
import { like, oneOf, wholeNumber } from '#electron/hosts/cli/options.ts';
import { columns, type Terminal } from '#electron/hosts/cli/terminal.ts';
import { UsageError } from '#electron/hosts/say.ts';
import { CustomerId, SubscriptionId } from '#shared/model/ids.ts';
import { Outcome, SubscriptionAction } from '#shared/model/policy.ts';
import { Channel, DeclarableChannel } from '#shared/model/subscription.ts';

interface ListOptions extends CommonOptions {
  readonly channel?: Channel;
  readonly search?: string;
  readonly limit?: number;
}

interface SubscriptionOptions extends ListOptions {
  readonly customer?: CustomerId;
  readonly can?: SubscriptionAction;
  readonly outcome?: Outcome;
}

interface DelegationOptions extends CommonOptions {
  readonly expiring?: number;
  readonly search?: string;
  readonly limit?: number;
}

/** `customers`, `subscriptions`, `delegations`, `show` and `attribute`. */
export function addListVerbs(program: Command, terminal: Terminal): void {
  const print = (value: unknown): void => terminal.out(`${JSON.stringify(value)}\n`);
  const aCustomer = like(CustomerId, 'a tenant id (GUID)');

  withListOptions(program.command('customers'))
    .description('list customers')
    .action(async (options: ListOptions) => {
      const list = await withConsole(terminal, options, 'read', (client) => client.customers.list(queryOf(options)));
      const items = list.items.map(({ channels, domain, id, name }) => ({ id, name, domain, channels }));
      if (options.json) return print({ total: list.total, items });
      const rows = items.map((row) => [row.id, row.name, row.domain ?? '', row.channels.join(' ')]);
      terminal.out(columns(['ID', 'NAME', 'DOMAIN', 'CHANNELS'], rows));
    });

  withListOptions(program.command('subscriptions'))
    .description('list subscriptions and seat remainders')
    .option('--customer <id>', 'of one customer', aCustomer)
    .option('--can <action>', 'only those on which our staff may do this now', oneOf(SubscriptionAction))
    .option('--outcome <answer>', 'with --can: only those with this answer instead of allow', oneOf(Outcome))
    .action(async (options: SubscriptionOptions) => {
      if (options.outcome && !options.can) {
        throw new UsageError('--outcome is an answer about an action: name the action with --can.');
      }
      const query = {
        ...queryOf(options),
        ...(options.customer ? { customer: options.customer } : {}),
        ...(options.can ? { can: options.can } : {}),
        ...(options.outcome ? { outcome: options.outcome } : {}),
      };
      const list = await withConsole(terminal, options, 'read', (client) => client.subscriptions.list(query));
      const items = list.items.map(({ basis, channel, customer, id, name, quantity, status }) => ({
        id,
        customer,
        name,
        quantity,
        channel,
        basis,
        status,
      }));
      if (options.json) return print({ total: list.total, items });
      const rows = items.map((row) => [
        row.id,
        row.customer,
        row.name,
        row.quantity === null ? '' : String(row.quantity),
        `${row.channel} (${row.basis})`,
        row.status ?? '',
      ]);
      terminal.out(columns(['ID', 'CUSTOMER', 'NAME', 'SEATS', 'CHANNEL', 'STATUS'], rows));
    });

  withCommonOptions(program.command('delegations'))
    .description('list delegations by their end, the soonest first')
    .option('--expiring <days>', 'only GDAP relationships in force that end within so many days', wholeNumber)
    .option('--search <text>', 'words of the name or id, or of the customer’s name, domain or id; pinyin too')
    .option('--limit <n>', 'at most so many rows', wholeNumber)
    .action(async (options: DelegationOptions) => {
      const { expiring } = options;
      const query = { ...queryOf(options), ...(expiring === undefined ? {} : { expiring }) };
      const { items, total } = await withConsole(terminal, options, 'read', (client) => client.delegations.list(query));
      if (options.json) return print({ total, items });
      const rows = items.map((row) => [
        row.endsAt ?? '',
        row.customerName,
        row.kind,
        row.status,
        row.autoExtend ? 'extends itself' : '',
        row.name ?? '',
        row.id,
      ]);
      terminal.out(columns(['ENDS', 'CUSTOMER', 'KIND', 'STATUS', '', 'NAME', 'ID'], rows));
    });

  withCommonOptions(program.command('show'))
    .description('print one customer’s dossier')
    .argument('<id>', 'the customer', aCustomer)
    .action(async (id: CustomerId, options: CommonOptions) => {
      const dossier = await withConsole(terminal, options, 'read', (client) => client.customers.get({ id }));
      terminal.out(`${JSON.stringify(dossier, null, options.json ? 0 : 2)}\n`);
    });

  withCommonOptions(program.command('attribute'))
    .description('declare the purchase channel of a subscription or seat remainder')
    .requiredOption('--subscription <id>', 'the subscription', like(SubscriptionId, 'an id'))
    .requiredOption('--channel <channel>', 'what staff declare', oneOf(DeclarableChannel))
    .option('--customer <id>', 'its customer', aCustomer)
    .action(
      async (
        options: CommonOptions & { subscription: SubscriptionId; channel: DeclarableChannel; customer?: CustomerId },
      ) => {
        const { channel, customer, subscription } = options;
        const row = await withConsole(terminal, options, 'write', (client) =>
          client.subscriptions.attribute({ subscription, channel, ...(customer ? { customer } : {}) }),
        );
        if (options.json) return print(row);
        terminal.out(`${row.name} of ${row.customerName} is now declared as ${row.channel}.\n`);
      },
    );
}

function withListOptions(verb: Command): Command {
  return withCommonOptions(verb)
    .option('--channel <channel>', 'only this purchase channel', oneOf(Channel))
    .option('--search <text>', 'words of the name, domain or id; pinyin too')
    .option('--limit <n>', 'at most so many rows', wholeNumber);
}

function queryOf({ channel, limit, search }: ListOptions) {
  return { limit: limit ?? 1_000_000, ...(channel ? { channel } : {}), ...(search ? { search } : {}) };
}
