import { UsageError } from '#electron/hosts/say.ts';
import type { ConsoleClient } from '#shared/contract/index.ts';
import type { LinkSource } from '#shared/contract/invitations.ts';
import type { InvitationId } from '#shared/model/ids.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { Terminal } from './terminal.ts';

type Invitations = Pick<ConsoleClient['invitations'], 'ownLink'>;

/**
 * What `--link` and `--received` say: either a link of our own or one that our provider gave us, and not both. Where
 * neither is named, it is our own link as Partner Center last told it.
 */
export async function sourceOf(
  { link, received }: { readonly link?: string; readonly received?: InvitationId },
  invitations: Invitations,
  terminal: Terminal,
): Promise<LinkSource> {
  if (link !== undefined && received !== undefined) {
    throw new UsageError('Name the link with --link, or a received one with --received, and not both.');
  }
  if (received !== undefined) return { received };
  return { link: link ?? (await ownLink(invitations, terminal)) };
}

/** Our own link as Partner Center last told it; says on stderr as of when and from which source. */
export async function ownLink(invitations: Invitations, { err }: Terminal): Promise<string> {
  const own = await invitations.ownLink();
  if (own === null) {
    throw new UsageError(
      'No link of our own is known: name one with --link, or import the file relationshiprequest.json of Partner Center first.',
    );
  }
  const { link, problem, provenance } = own;
  const told = `as of ${provenance.asOf} (${provenance.source})`;
  if (problem !== null) {
    err(`Our link from Partner Center ${told} is not used.\n`);
    throw new ProblemError(problem.kind, problem.key, problem.values);
  }
  err(`Using our link from Partner Center ${told}.\n`);
  return link;
}
