import type { Command } from 'commander';
import { ownLink } from '#electron/hosts/cli/link-source.ts';
import { type CommonOptions, withCommonOptions, withConsole } from '#electron/hosts/cli/open-console.ts';
import { like, oneOf } from '#electron/hosts/cli/options.ts';
import { columns, type Terminal } from '#electron/hosts/cli/terminal.ts';
import { CustomerId, InvitationId, TenantId } from '#shared/model/ids.ts';
import { Language } from '#shared/model/invitation.ts';

interface AskOptions extends CommonOptions {
  readonly customer: CustomerId;
  readonly provider: TenantId;
  readonly to: string;
  readonly language: Language;
  readonly out?: string;
}

interface HandOverOptions extends CommonOptions {
  readonly link?: string;
  readonly reseller: TenantId[];
  readonly customer?: CustomerId;
  readonly language: Language;
  readonly out?: string;
}

interface ReceivedOptions extends CommonOptions {
  readonly remove?: InvitationId;
}

/** `ask-provider`, `hand-over` and `received`: invitation links between an indirect provider and its resellers. */
export function addPartnerVerbs(program: Command, terminal: Terminal): void {
  const print = (value: unknown): void => terminal.out(`${JSON.stringify(value)}\n`);
  const aTenant = like(TenantId, 'a tenant id (GUID)');
  const folder = 'where the files go (default: the workspace’s drafts)';

  withCommonOptions(program.command('ask-provider'))
    .description('write the mail that asks one of our providers for an invitation link')
    .requiredOption('--customer <id>', 'the customer to invite', like(CustomerId, 'a tenant id (GUID)'))
    .requiredOption('--provider <id>', 'which provider of ours', aTenant)
    .requiredOption('--to <address>', 'the mail’s recipient')
    .option('--language <tag>', 'the provider’s language', oneOf(Language), 'en')
    .option('--out <folder>', folder)
    .action(async (options: AskOptions) => {
      const { customer, language, out, provider, to } = options;
      const { path } = await withConsole(
        terminal,
        options,
        'write',
        ({ invitations }) => invitations.askProvider({ customer, provider, to, language }),
        out,
      );
      if (options.json) return print({ files: [path] });
      terminal.out(`Wrote ${path}. Open it in your mail program and send it from there.\n`);
    });

  withCommonOptions(program.command('hand-over'))
    .description('write a hand-off file with a link of ours for each of these resellers of ours')
    .option('--link <url>', 'the invitation link, used verbatim (default: the one that Partner Center told)')
    .requiredOption('--reseller <id...>', 'one reseller or several', (text, before?: TenantId[]) => [
      ...(before ?? []),
      aTenant(text),
    ])
    .option('--customer <id>', 'the customer it is meant for', like(CustomerId, 'a tenant id (GUID)'))
    .option('--language <tag>', 'the resellers’ language', oneOf(Language), 'en')
    .option('--out <folder>', folder)
    .action(async (options: HandOverOptions) => {
      const { customer, language, out, reseller: resellers } = options;
      const { fingerprint, handOvers } = await withConsole(
        terminal,
        options,
        'write',
        async ({ invitations }) => {
          const link = options.link ?? (await ownLink(invitations, terminal));
          const meant = customer ? { customer } : {};
          const made = await invitations.handOver.write({ link, resellers, language, ...meant });
          return { handOvers: made, ...(await invitations.handOver.key()) };
        },
        out,
      );
      const files = handOvers.flatMap(({ file, mail }) => (mail === null ? [file] : [file, mail]));
      if (options.json) return print({ handOvers, files, fingerprint });
      terminal.out(files.map((file) => `Wrote ${file}\n`).join(''));
      terminal.out(`A reseller that asks for the digits of our key: ${fingerprint ?? ''}\n`);
    });

  withCommonOptions(program.command('received'))
    .description('list the links of our providers that we may forward')
    .option('--remove <id>', 'drop this one first', like(InvitationId, 'a received link’s id'))
    .action(async (options: ReceivedOptions) => {
      const { remove } = options;
      const items = await withConsole(terminal, options, remove ? 'write' : 'read', ({ invitations }) =>
        remove ? invitations.received.remove({ id: remove }) : invitations.received.list(),
      );
      if (options.json) return print({ total: items.length, items });
      const rows = items.map(({ createdBy, id, kind, receivedAt, sender, via }) => [
        id,
        kind,
        createdBy,
        receivedAt.slice(0, 10),
        sender === null ? via : `${via} from ${sender}`,
      ]);
      terminal.out(columns(['ID', 'KIND', 'PROVIDER', 'RECEIVED', 'VIA'], rows));
    });
}
