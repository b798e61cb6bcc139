import type { Command } from 'commander';
import { type CommonOptions, withCommonOptions, withConsole } from '#electron/hosts/cli/open-console.ts';
import { like, oneOf } from '#electron/hosts/cli/options.ts';
import type { Terminal } from '#electron/hosts/cli/terminal.ts';
import { CustomerId } from '#shared/model/ids.ts';
import { Language } from '#shared/model/invitation.ts';

interface InviteOptions extends CommonOptions {
  readonly customer: CustomerId;
  readonly link: string;
  readonly to: string;
  readonly language: Language;
  readonly out?: string;
}

/** `invite`: asks the policy, writes an `.eml` draft and records it. */
export function addInviteVerb(program: Command, terminal: Terminal): void {
  withCommonOptions(program.command('invite'))
    .description('write an invitation e-mail draft for a customer')
    .requiredOption('--customer <id>', 'whom to invite', like(CustomerId, 'a tenant id (GUID)'))
    .requiredOption('--link <url>', 'the invitation link, used verbatim')
    .requiredOption('--to <address>', 'the mail’s recipient')
    .option('--language <tag>', 'the customer’s language', oneOf(Language), 'en')
    .option('--out <folder>', 'where the draft goes (default: the workspace’s drafts)')
    .action(async (options: InviteOptions) => {
      const { customer, language, link, out, to } = options;
      const { invitation, path } = await withConsole(
        terminal,
        options,
        'write',
        ({ invitations }) => invitations.export({ customer, link, to, language }),
        out,
      );
      terminal.out(
        options.json
          ? `${JSON.stringify({ invitation, files: [path] })}\n`
          : `Wrote ${path} (${invitation.id}). Open it in your mail program and send it from there.\n`,
      );
    });
}
