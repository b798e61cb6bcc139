import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';
import { useFormat, useLanguage, useT } from '#renderer/app/i18n.tsx';
import type { TraceStep } from '#shared/model/trace.ts';
import { rolesFor } from './directory-roles.ts';
import type { Case, Seen } from './seen.ts';
import { permittingRoles } from './supposable.ts';
import { untold } from './untold.ts';
import { useWords } from './words.ts';

const useStyles = makeStyles({ line: { color: tokens.colorNeutralForeground2 } });

interface Props {
  readonly step: TraceStep;
  readonly about: Case;
  /** What is told of the link: what that says to be unknown is not said again. */
  readonly seen: readonly Seen[];
}

/** At a link that does not hold: what is not known, and what would make it hold where that is a role. */
export function LinkNotes({ step, about, seen }: Props) {
  const t = useT('explain');
  const styles = useStyles();
  const format = useFormat();
  const words = useWords();
  const needed = useNeeded(step, about);
  const facts = [...new Set(untold(step.missing, seen).map(words.fact))];
  return (
    <>
      {facts.length > 0 && <span className={styles.line}>{t('notKnown', { facts: format.list(facts) })}</span>}
      {needed !== null && <span className={styles.line}>{t('needed', { roles: needed })}</span>}
    </>
  );
}

/** The roles of which one is needed, in words; `null` at a link that is no matter of roles. */
function useNeeded({ link }: TraceStep, { asked }: Case): string | null {
  const t = useT('terms.staffRoles');
  const language = useLanguage();
  const words = useWords();
  const { data: matrix } = useQuery({ ...orpc.policy.staffMatrix.queryOptions(), enabled: link === 'staff-role' });
  const roles = {
    'staff-role': () => permittingRoles(asked, matrix ?? []).map((role) => t(role)),
    'directory-role': () => rolesFor(asked.action).map(words.role),
  };
  const names = link === 'staff-role' || link === 'directory-role' ? roles[link]() : [];
  return names.length === 0 ? null : new Intl.ListFormat(language, { type: 'disjunction' }).format(names);
}
