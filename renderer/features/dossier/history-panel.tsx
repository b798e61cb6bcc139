import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { HistoryRegular } from '@fluentui/react-icons';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { useSourceName } from '#renderer/app/source-name.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import type { Dossier, HistoryEntry } from '#shared/model/dossier.ts';

/** How many of the things an entry touched are named. */
const NAMED = 3;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  entry: {
    display: 'grid',
    gridTemplateColumns: '12px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    position: 'relative',
    paddingBottom: tokens.spacingVerticalM,
    ':not(:last-child)::before': {
      content: '""',
      position: 'absolute',
      insetInlineStart: '5px',
      top: '14px',
      bottom: '-6px',
      width: '2px',
      backgroundColor: tokens.colorNeutralStroke2,
    },
  },
  dot: {
    width: '8px',
    height: '8px',
    margin: '6px 2px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralForeground3,
  },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS },
  subtle: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
});

/** What happened to this dossier, newest first. */
export function HistoryPanel({ dossier }: { readonly dossier: Dossier }) {
  const t = useT('dossier.history');
  const styles = useStyles();
  if (dossier.history.length === 0) {
    return <EmptyState compact icon={<HistoryRegular />} text={t('emptyText')} title={t('emptyTitle')} />;
  }
  // History only grows at its end, so an entry's place names it.
  const newestFirst = dossier.history.map((entry, key) => ({ entry, key })).reverse();
  return (
    <ol className={styles.list}>
      {newestFirst.map(({ entry, key }) => (
        <li className={styles.entry} key={key}>
          <span aria-hidden="true" className={styles.dot} />
          <Entry dossier={dossier} entry={entry} />
        </li>
      ))}
    </ol>
  );
}

function Entry({ entry, dossier }: { readonly entry: HistoryEntry; readonly dossier: Dossier }) {
  const t = useT('dossier.history');
  const format = useFormat();
  const sourceName = useSourceName();
  const styles = useStyles();
  const named = entry.subjects.map((subject) => subjectName(subject, dossier)).filter((name) => name !== null);
  const rest = named.length - NAMED;
  return (
    <div>
      <div className={styles.line}>
        <Text weight="semibold">{t(`events.${entry.event}`)}</Text>
        <time className={styles.subtle} dateTime={entry.at} title={format.relative(entry.at)}>
          {format.dateTime(entry.at)}
        </time>
      </div>
      <div className={styles.subtle}>
        {[entry.source === null ? null : sourceName(entry.source), t('by', { who: entry.by })]
          .filter((part) => part !== null)
          .join(' · ')}
      </div>
      {named.length > 0 && (
        <div className={styles.subtle}>
          {format.list([...named.slice(0, NAMED), ...(rest > 0 ? [t('more', { count: rest })] : [])])}
        </div>
      )}
    </div>
  );
}

/** A thing that an entry touched (`subscription:<id>`), by its name; `null` for what is gone or has none. */
function subjectName(subject: string, dossier: Dossier): string | null {
  const colon = subject.indexOf(':');
  const [kind, id] = [subject.slice(0, colon), subject.slice(colon + 1)];
  switch (kind) {
    case 'subscription':
      return dossier.subscriptions.find((subscription) => subscription.id === id)?.name ?? null;
    case 'delegation':
      return dossier.delegations.find((delegation) => delegation.id === id)?.name ?? null;
    case 'invitation':
      return dossier.invitations.find((invitation) => invitation.id === id)?.to ?? null;
    default:
      return null;
  }
}
