import type { Command } from 'commander';
import { sourceOf } from '#electron/hosts/cli/link-source.ts';
import { type CommonOptions, withCommonOptions, withConsole } from '#electron/hosts/cli/open-console.ts';
import { like, oneOf } from '#electron/hosts/cli/options.ts';
import type { Terminal } from '#electron/hosts/cli/terminal.ts';
import { CustomerId, InvitationId } from '#shared/model/ids.ts';
import { Language } from '#shared/model/invitation.ts';

interface InviteOptions extends CommonOptions {
  readonly customer: CustomerId;
  readonly link?: string;
  readonly received?: InvitationId;
  readonly to: string;
  readonly language: Language;
  readonly template?: string;
  readonly mailto?: boolean;
  readonly out?: string;
}

/** `invite`: asks the policy, writes an `.eml` draft and records it. */
export function addInviteVerb(program: Command, terminal: Terminal): void {
  withCommonOptions(program.command('invite'))
    .description('write an invitation e-mail draft for a customer')
    .requiredOption('--customer <id>', 'whom to invite', like(CustomerId, 'a tenant id (GUID)'))
    .option('--link <url>', 'an invitation link of our own, used verbatim (default: the one that Partner Center told)')
    .option('--received <id>', 'instead: a link that our provider gave us', like(InvitationId, 'a received link’s id'))
    .requiredOption('--to <address>', 'the mail’s recipient')
    .option('--language <tag>', 'the customer’s language', oneOf(Language), 'en')
    .option('--template <id>', 'the words of a shared template or of one’s own (default: the built-in ones)')
    .option('--mailto', 'print a mailto: address instead of writing a draft, unless it would be too long')
    .option('--out <folder>', 'where the draft goes (default: the workspace’s drafts)')
    .action(async (options: InviteOptions) => {
      const { customer, language, out, template = null, to } = options;
      await withConsole(
        terminal,
        options,
        'write',
        async ({ invitations }) => {
          const source = await sourceOf(options, invitations, terminal);
          const draft = { customer, ...source, to, language, words: { template } };
          const { address, invitation } = options.mailto ? await invitations.mailto(draft) : NO_ADDRESS;
          if (invitation !== null && address !== null) {
            const carried = { invitation, files: [], mailto: address };
            terminal.out(options.json ? `${JSON.stringify(carried)}\n` : `${address}\n`);
            return;
          }
          const { invitation: written, path } = await invitations.export(draft);
          if (options.mailto) terminal.err('The mailto: address would be too long, so a draft was written instead.\n');
          const exported = { invitation: written, files: [path], ...(options.mailto && { mailto: null }) };
          terminal.out(
            options.json
              ? `${JSON.stringify(exported)}\n`
              : `Wrote ${path} (${written.id}). Open it in your mail program and send it from there.\n`,
          );
        },
        out,
      );
    });
}

const NO_ADDRESS = { address: null, invitation: null };
