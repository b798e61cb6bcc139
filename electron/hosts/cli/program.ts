import { Command, CommanderError } from 'commander';
import { EXIT, isClosed, problemOf, sentenceOf, UsageError } from '#electron/hosts/say.ts';
import { assertNever } from '#shared/model/problem.ts';
import type { ExitCode, Finish, Terminal } from './terminal.ts';
import { addAccountVerbs } from './verbs/account.ts';
import { addBackupVerbs } from './verbs/backup.ts';
import { addCareVerbs } from './verbs/care.ts';
import { addExportVerb } from './verbs/export.ts';
import { addImportVerb } from './verbs/import.ts';
import { addInitVerb } from './verbs/init.ts';
import { addInviteVerb } from './verbs/invite.ts';
import { addInviteAllVerb } from './verbs/invite-all.ts';
import { addListVerbs } from './verbs/lists.ts';
import { addOutboxVerbs } from './verbs/outbox.ts';
import { addPartnerVerbs } from './verbs/partners.ts';
import { addPolicyVerbs } from './verbs/policy.ts';
import { addReceiveVerb } from './verbs/receive.ts';
import { addSyncVerb } from './verbs/sync.ts';
import { addTrackingVerbs } from './verbs/tracking.ts';

/** Runs one command line and gives its exit code: 0 done, 1 refused or partly failed, 2 wrong usage, 3 workspace unreadable. */
export async function runCommandLine(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  const program = new Command('partner-console')
    .description('Multi-channel customers of a CSP partner: what we may do and why, and invitations.')
    .version(terminal.version)
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  const finish: Finish = (next) => {
    code = next;
  };
  for (const add of [
    addInitVerb,
    addImportVerb,
    addExportVerb,
    addListVerbs,
    addPolicyVerbs,
    addInviteVerb,
    addInviteAllVerb,
    addTrackingVerbs,
    addReceiveVerb,
    addPartnerVerbs,
    addCareVerbs,
    addBackupVerbs,
    addAccountVerbs,
    addSyncVerb,
    addOutboxVerbs,
  ]) {
    add(program, terminal, finish);
  }
  try {
    await program.parseAsync([...words], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    terminal.err(`${sentenceOf(error)}\n`);
    return codeOf(error);
  }
}

function codeOf(error: unknown): ExitCode {
  if (error instanceof UsageError) return EXIT.usage;
  const problem = problemOf(error);
  if (!problem) return EXIT.refused;
  if (problem.key === 'backupStopped') return EXIT.interrupted;
  if (isClosed(problem)) return EXIT.unreadable;
  switch (problem.kind) {
    case 'damaged':
      return EXIT.unreadable;
    case 'bad-input':
    case 'busy':
    case 'not-found':
    case 'refused':
    case 'unavailable':
      return EXIT.refused;
    default:
      return assertNever(problem.kind);
  }
}
