import { type Command, Option } from 'commander';
import { sourceOf } from '#electron/hosts/cli/link-source.ts';
import { type CommonOptions, withCommonOptions, withConsole } from '#electron/hosts/cli/open-console.ts';
import { like, oneOf } from '#electron/hosts/cli/options.ts';
import { type SavedDraft, savedDraft } from '#electron/hosts/cli/saved-draft.ts';
import type { Terminal } from '#electron/hosts/cli/terminal.ts';
import { UsageError } from '#electron/hosts/say.ts';
import type { ConsoleClient } from '#shared/contract/index.ts';
import type { InvitationDraft } from '#shared/contract/invitations.ts';
import { CustomerId, InvitationId } from '#shared/model/ids.ts';
import { Language } from '#shared/model/invitation.ts';

interface InviteOptions extends CommonOptions {
  readonly customer: CustomerId;
  readonly link?: string;
  readonly received?: InvitationId;
  readonly draft?: InvitationId;
  readonly to?: string;
  readonly language?: Language;
  readonly template?: string;
  readonly save?: boolean;
  readonly mailto?: boolean;
  readonly out?: string;
}

/** `invite`: asks the policy, writes an `.eml` draft and records it; or saves it to be continued later. */
export function addInviteVerb(program: Command, terminal: Terminal): void {
  withCommonOptions(program.command('invite'))
    .description('write an invitation e-mail draft for a customer')
    .requiredOption('--customer <id>', 'whom to invite', like(CustomerId, 'a tenant id (GUID)'))
    .option('--link <url>', 'an invitation link of our own, used verbatim (default: the one that Partner Center told)')
    .option('--received <id>', 'instead: a link that our provider gave us', like(InvitationId, 'a received link’s id'))
    .option(
      '--draft <reference>',
      'the saved draft to continue: its recipient, link, language and words are the defaults',
      like(InvitationId, 'an invitation’s reference'),
    )
    .option('--to <address>', 'the mail’s recipient (needed without --draft)')
    .option('--language <tag>', 'the customer’s language (default: en)', oneOf(Language))
    .option('--template <id>', 'the words of a shared template or of one’s own (default: the built-in ones)')
    .addOption(
      new Option('--save', 'write no mail, but save the invitation as a draft to be continued').conflicts('mailto'),
    )
    .option('--mailto', 'print a mailto: address instead of writing a draft, unless it would be too long')
    .option('--out <folder>', 'where the draft goes (default: the workspace’s drafts)')
    .action(async (options: InviteOptions) => {
      if (options.to === undefined && options.draft === undefined) {
        throw new UsageError('Name the mail’s recipient with --to, or a saved draft with --draft.');
      }
      await withConsole(
        terminal,
        options,
        'write',
        async (client) => {
          const draft = await draftOf(client, options, terminal);
          await (options.save ? save : write)(client.invitations, draft, options, terminal);
        },
        options.out,
      );
    });
}

/** The invitation that the options make, beginning with the saved draft that they name. */
async function draftOf(client: ConsoleClient, options: InviteOptions, terminal: Terminal): Promise<InvitationDraft> {
  const { customer, draft, link, received, template } = options;
  const linkIsGiven = link !== undefined || received !== undefined;
  const saved = draft === undefined ? null : await savedDraft(client, customer, draft, linkIsGiven);
  const to = options.to ?? saved?.to ?? '';
  const source = saved && !linkIsGiven ? saved.source : await sourceOf(options, client.invitations, terminal);
  const language = options.language ?? saved?.language ?? 'en';
  const words =
    template !== undefined || !saved?.words
      ? { template: template ?? null, subject: null, paragraphs: null }
      : keptWords(saved, saved.words, language, terminal);
  return { customer, ...source, to, language, words, ...(draft !== undefined && { draft }) };
}

/** Words that were written out stay as they are, whatever the mail's language is now. */
function keptWords(saved: SavedDraft, words: NonNullable<SavedDraft['words']>, language: Language, { err }: Terminal) {
  if (language !== saved.language && (words.subject !== null || words.paragraphs !== null)) {
    err(`The draft’s own words stay as they were written for ${saved.language}; name others with --template.\n`);
  }
  return words;
}

type Carry = (
  invitations: ConsoleClient['invitations'],
  draft: InvitationDraft,
  options: InviteOptions,
  terminal: Terminal,
) => Promise<void>;

const save: Carry = async (invitations, draft, { json }, { out }) => {
  const invitation = await invitations.saveDraft(draft);
  out(
    json
      ? `${JSON.stringify({ invitation, files: [] })}\n`
      : `Saved the draft ${invitation.id}; no mail was written. Continue it with --draft ${invitation.id}.\n`,
  );
};

const write: Carry = async (invitations, draft, { json, mailto }, { err, out }) => {
  const { address, invitation } = mailto ? await invitations.mailto(draft) : NO_ADDRESS;
  if (invitation !== null && address !== null) {
    out(json ? `${JSON.stringify({ invitation, files: [], mailto: address })}\n` : `${address}\n`);
    return;
  }
  const { invitation: written, path } = await invitations.export(draft);
  if (mailto) err('The mailto: address would be too long, so a draft was written instead.\n');
  out(
    json
      ? `${JSON.stringify({ invitation: written, files: [path], ...(mailto && { mailto: null }) })}\n`
      : `Wrote ${path} (${written.id}). Open it in your mail program and send it from there.\n`,
  );
};

const NO_ADDRESS = { address: null, invitation: null };
