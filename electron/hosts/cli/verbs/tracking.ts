import type { Command } from 'commander';
import { type CommonOptions, withCommonOptions, withConsole } from '#electron/hosts/cli/open-console.ts';
import { like, oneOf, wholeNumber } from '#electron/hosts/cli/options.ts';
import { columns, type Terminal } from '#electron/hosts/cli/terminal.ts';
import { MESSAGES } from '#shared/locales/index.ts';
import { CustomerId, InvitationId } from '#shared/model/ids.ts';
import { InvitationStatus, Language } from '#shared/model/invitation.ts';

interface ListOptions extends CommonOptions {
  readonly status?: InvitationStatus;
  readonly customer?: CustomerId;
  readonly nudge?: boolean;
  readonly search?: string;
  readonly limit?: number;
}

interface OneOptions extends CommonOptions {
  readonly customer: CustomerId;
  readonly invitation: InvitationId;
}

/** `invitations`, `mark`, `undo` and `resend`. */
export function addTrackingVerbs(program: Command, terminal: Terminal): void {
  const print = (value: unknown): void => terminal.out(`${JSON.stringify(value)}\n`);
  const aCustomer = like(CustomerId, 'a tenant id (GUID)');
  const oneInvitation = (verb: Command): Command =>
    withCommonOptions(verb)
      .requiredOption('--customer <id>', 'whose invitation', aCustomer)
      .requiredOption(
        '--invitation <reference>',
        'such as INV-20261122-1A2B3C',
        like(InvitationId, 'an invitation’s reference'),
      );

  withCommonOptions(program.command('invitations'))
    .description('list invitations, those that need attention first')
    .option('--status <status>', 'only in this state', oneOf(InvitationStatus))
    .option('--customer <id>', 'of one customer', aCustomer)
    .option('--nudge', 'only those that nobody touched for long')
    .option('--search <text>', 'words of customer, reference or address')
    .option('--limit <n>', 'at most so many rows', wholeNumber)
    .action(async (options: ListOptions) => {
      const list = await withConsole(terminal, options, 'read', (client) => client.invitations.list(queryOf(options)));
      const items = list.items.map(({ invitation, ...row }) => {
        const { author, createdAt, id, kind, language, link, status, supersededBy, to } = invitation;
        const { age, customer, customerName, fingerprint, hint, next, nudge, open, undoable } = row;
        const evidence = invitation.history.at(-1)?.evidence ?? null;
        const facts = { id, customer, customerName, kind, status, to, language, author, createdAt, link, fingerprint };
        return { ...facts, age, nudge, hint, evidence, supersededBy, undoable, next, open };
      });
      if (options.json) {
        const { counts, nudges, total } = list;
        return print({ total, counts, nudges, items });
      }
      const rows = items.map((row) => [
        row.id,
        row.customerName,
        row.kind,
        row.status,
        `${row.age} d${row.nudge ? ' !' : ''}${row.hint === null ? '' : ' ?'}`,
        row.to,
        row.fingerprint,
      ]);
      terminal.out(columns(['REFERENCE', 'CUSTOMER', 'KIND', 'STATUS', 'AGE', 'TO', 'LINK'], rows));
      if (items.some(({ hint }) => hint !== null)) terminal.err(`? ${MESSAGES.en.pipeline.hint['maybe-older']}\n`);
    });

  oneInvitation(program.command('mark'))
    .description('say what became of an invitation')
    .requiredOption('--status <status>', 'its next state', oneOf(InvitationStatus))
    .action(async (options: OneOptions & { status: InvitationStatus }) => {
      const { customer, invitation, status } = options;
      const marked = await withConsole(terminal, options, 'write', (client) =>
        client.invitations.mark({ customer, invitation, status }),
      );
      if (options.json) return print(marked);
      terminal.out(`${marked.id} is now ${marked.status}.\n`);
    });

  oneInvitation(program.command('undo'))
    .description('take back the last step of an invitation')
    .action(async (options: OneOptions) => {
      const { customer, invitation } = options;
      const undone = await withConsole(terminal, options, 'write', (client) =>
        client.invitations.undo({ customer, invitation }),
      );
      if (options.json) return print(undone);
      terminal.out(`${undone.id} is ${undone.status} again.\n`);
    });

  oneInvitation(program.command('resend'))
    .description('draft an invitation anew in another language; the old one is superseded')
    .requiredOption('--language <tag>', 'the customer’s language', oneOf(Language))
    .option('--out <folder>', 'where the draft goes (default: the workspace’s drafts)')
    .action(async (options: OneOptions & { language: Language; out?: string }) => {
      const { customer, language, out } = options;
      const { invitation, path } = await withConsole(
        terminal,
        options,
        'write',
        (client) => client.invitations.resend({ customer, invitation: options.invitation, language }),
        out,
      );
      if (options.json) return print({ invitation, files: [path] });
      terminal.out(`Wrote ${path} (${invitation.id}), which takes the place of ${options.invitation}.\n`);
    });
}

function queryOf({ customer, limit, nudge, search, status }: ListOptions) {
  return {
    limit: limit ?? 100_000,
    ...(customer ? { customer } : {}),
    ...(nudge ? { nudge } : {}),
    ...(search ? { search } : {}),
    ...(status ? { status } : {}),
  };
}
