import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { type CommonOptions, withCommonOptions, withConsole } from '#electron/hosts/cli/open-console.ts';
import { like } from '#electron/hosts/cli/options.ts';
import { readBytes } from '#electron/hosts/cli/read-json.ts';
import type { Terminal } from '#electron/hosts/cli/terminal.ts';
import { UsageError } from '#electron/hosts/say.ts';
import type { ConsoleClient } from '#shared/contract/index.ts';
import type { HandOffReading } from '#shared/contract/invitations.ts';
import { TenantId } from '#shared/model/ids.ts';
import type { ReceivedLink } from '#shared/model/invitation.ts';

interface ReceiveOptions extends CommonOptions {
  readonly link?: string;
  readonly provider?: TenantId;
  readonly fingerprint?: string;
  readonly look?: boolean;
}

/** What came, and what was recorded of it: nothing when it was only looked at. */
interface Receipt {
  readonly received: ReceivedLink | null;
  readonly handOff: HandOffReading | null;
  readonly mail: { readonly from: string; readonly links: readonly string[] } | null;
}

/** `receive`: takes in an invitation link that one of our providers created, from a hand-off file, a mail, or as such. */
export function addReceiveVerb(program: Command, terminal: Terminal): void {
  withCommonOptions(program.command('receive'))
    .description(
      'take in an invitation link of one of our providers: a hand-off file, a mail (.eml), or the link itself',
    )
    .argument('[file]', 'a hand-off file or a mail')
    .option('--link <url>', 'the link, used verbatim; with a mail, which of its links')
    .option(
      '--provider <id>',
      'the provider whose link it is, when no hand-off file says so',
      like(TenantId, 'a tenant id (GUID)'),
    )
    .option('--fingerprint <digits>', 'the digits of its key that the provider read out')
    .option('--look', 'show what it is and record nothing')
    .action(async (file: string | undefined, options: ReceiveOptions) => {
      const receipt = await withConsole(terminal, options, options.look ? 'read' : 'write', (client) =>
        file === undefined ? receiveLink(client, options) : receiveFile(client, file, options),
      );
      terminal.out(options.json ? `${JSON.stringify(receipt)}\n` : account(receipt));
      if (receipt.handOff === null) terminal.err(`${noProof(receipt)}\n`);
      if (receipt.handOff?.signature === 'first') terminal.err(`${comparing(receipt.handOff)}\n`);
    });
}

async function receiveLink({ invitations }: ConsoleClient, options: ReceiveOptions): Promise<Receipt> {
  const { link, look, provider } = options;
  if (link === undefined) throw new UsageError('Name a file, or a link with --link.');
  if (provider === undefined) throw new UsageError('--link needs --provider: the partner that created the link.');
  if (look) throw new UsageError('--look is for files.');
  return {
    received: await invitations.received.takeLink({ link, provider, via: 'pasted' }),
    handOff: null,
    mail: null,
  };
}

async function receiveFile({ invitations }: ConsoleClient, file: string, options: ReceiveOptions): Promise<Receipt> {
  const bytes = await readBytes(file);
  const handed = {
    file: {
      name: basename(file),
      bytes: new Blob([new Uint8Array(bytes)]),
      modifiedAt: (await stat(file)).mtime.toISOString(),
    },
    ...(options.fingerprint === undefined ? {} : { fingerprint: options.fingerprint }),
  };
  const read = await invitations.received.read(handed);
  if (read.what === 'hand-off') {
    const received = options.look ? null : await invitations.received.takeHandOff(handed);
    return { received, handOff: read.handOff, mail: null };
  }
  const links = read.links.map(({ link }) => link);
  const mail = { from: read.from, links };
  if (options.look) return { received: null, handOff: null, mail };
  const { provider } = options;
  const link = options.link ?? (links.length === 1 ? links[0] : undefined);
  if (link === undefined || !links.includes(link)) {
    throw new UsageError(`Name one of the links in ${file} with --link:\n${links.join('\n')}`);
  }
  if (provider === undefined) throw new UsageError('A mail needs --provider: the partner that created the link.');
  return {
    received: await invitations.received.takeLink({ link, provider, via: 'mail', sender: read.from }),
    handOff: null,
    mail,
  };
}

function account({ handOff, mail, received }: Receipt): string {
  const lines: string[] = [];
  if (handOff) {
    const { audience, createdAt, createdBy, customer, kind, language, link, reference } = handOff;
    lines.push(
      `Hand-off file ${reference}: ${kind} link (${language}), made by ${createdBy.name} at ${createdAt}`,
      `  for ${audience ? (audience.name ?? audience.tenantId) : 'any of its resellers'}${customer ? `, customer ${customer.name}` : ''}`,
      `  ${link}`,
    );
  }
  if (mail) lines.push(`Mail from ${mail.from || 'nobody'}:`, ...mail.links.map((link) => `  ${link}`));
  if (received)
    lines.push(
      `Taken in as ${received.id}. Forward it with: invite --received ${received.id} --customer ID --to ADDRESS`,
    );
  return lines.map((line) => `${line}\n`).join('');
}

/** Whose link it is rests on the word of whoever took it in. */
function noProof({ mail }: Receipt): string {
  const said = mail ? ` The mail says it is from ${mail.from || 'nobody'}.` : '';
  return `Nothing in a mail or a pasted link proves who made it; a hand-off file does.${said}`;
}

function comparing({ createdBy, keyFingerprint }: HandOffReading): string {
  return `This is the first hand-off file of ${createdBy.name}: compare the digits of its key with them on the telephone: ${keyFingerprint}`;
}
