import { Button, Link, MessageBar, MessageBarBody, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArchiveRegular, ArrowClockwiseRegular, ArrowUndoRegular, MailAddRegular } from '@fluentui/react-icons';
import { focusList } from '#renderer/app/focus-list.ts';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { useSaid } from '#renderer/app/said.ts';
import { useView } from '#renderer/app/view.ts';
import { useTimes } from '#renderer/features/sync/use-times.ts';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import { DotLine } from '#renderer/ui/dot-line.tsx';
import type { ShownEntry } from '#shared/contract/sync.ts';
import { EntryDetails } from './entry-details.tsx';
import { shownStateOf } from './entry-order.ts';
import { StateIcon, StateWord } from './state-mark.tsx';
import { useCommandTitle } from './use-command-title.ts';
import { useOutboxActs } from './use-outbox.ts';

const useStyles = makeStyles({
  card: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
  },
  past: { backgroundColor: tokens.colorNeutralBackground2 },
  body: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, minWidth: 0 },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS },
  title: {
    margin: 0,
    flexGrow: 1,
    minWidth: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  line: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  customer: { fontSize: 'inherit', lineHeight: 'inherit', textAlign: 'start' },
  link: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS, minWidth: 0 },
  address: {
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    userSelect: 'all',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
  acts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    ':empty': { display: 'none' },
  },
  error: { margin: 0, color: tokens.colorStatusDangerForeground1 },
});

/** One command: what it does and for whom, how it stands and why, and what can be done about it. */
export function EntryCard({ entry }: { readonly entry: ShownEntry }) {
  const t = useT('outbox');
  const styles = useStyles();
  const format = useFormat();
  const times = useTimes();
  const problemText = useProblemText();
  const title = useCommandTitle(entry.command);
  const openCustomer = useView((view) => view.openCustomer);
  const { by, command, customerName, decidedAt, endedAt, lastTriedAt, problem, state, tries } = entry;
  const customer = command.kind === 'reseller-link' ? null : command.customer;
  const shown = shownStateOf(entry);
  const over = state === 'done' || state === 'refused' || state === 'undone';
  return (
    <article aria-label={title} className={mergeClasses(styles.card, over && styles.past)}>
      <StateIcon state={shown} />
      <div className={styles.body}>
        <div className={styles.head}>
          <h3 className={styles.title}>{title}</h3>
          <StateWord state={shown} />
        </div>
        <DotLine className={styles.line}>
          {customer === null ? (
            t('entry.noCustomer')
          ) : (
            <Link as="button" className={styles.customer} onClick={() => openCustomer(customer)}>
              {customerName ?? customer}
            </Link>
          )}
          <span title={format.dateTime(decidedAt)}>{t('entry.decided', { when: times.ago(decidedAt), who: by })}</span>
          {over && endedAt !== null && (
            <span title={format.dateTime(endedAt)}>{t('entry.ended', { when: times.ago(endedAt) })}</span>
          )}
          {!over && tries > 0 && lastTriedAt !== null && t('entry.tried', { tries, when: times.ago(lastTriedAt) })}
        </DotLine>
        {problem !== null && (
          <MessageBar intent={state === 'refused' ? 'error' : 'warning'} layout="multiline">
            <MessageBarBody>{problemText(problem)}</MessageBarBody>
          </MessageBar>
        )}
        <ResultLink entry={entry} />
        <Acts entry={entry} title={title} />
        <EntryDetails entry={entry} title={title} />
      </div>
    </article>
  );
}

/** The link that came of it, and what to do with it; nothing where none did. */
function ResultLink({ entry: { command, result } }: { readonly entry: ShownEntry }) {
  const t = useT('outbox.entry');
  const styles = useStyles();
  const openInvite = useView((view) => view.openInvite);
  if (!result?.link) return null;
  const { link } = result;
  const requested = command.kind === 'gdap-request' ? command : null;
  return (
    <>
      <div className={styles.line}>{t(requested ? 'link' : 'ourLink')}</div>
      <div className={styles.link}>
        <span className={styles.address} title={link}>
          {link}
        </span>
        <CopyButton label={t('copyLink')} text={link} />
      </div>
      {requested && (
        <div className={styles.acts}>
          <Button
            icon={<MailAddRegular />}
            onClick={() => openInvite(requested.customer, { flow: 'gdap' })}
            size="small"
          >
            {t('prepare')}
          </Button>
        </div>
      )}
    </>
  );
}

function Acts({ entry, title }: { readonly entry: ShownEntry; readonly title: string }) {
  const t = useT('outbox');
  const styles = useStyles();
  const problemText = useProblemText();
  const say = useSaid((store) => store.say);
  const { undo, retry } = useOutboxActs();
  const failed = undo.error ?? retry.error;
  // What was done for the entry moves it to another part, and the button with it; the focus stays with the list.
  const said = (text: string) => {
    say({ text });
    focusList();
  };
  return (
    <>
      <div className={styles.acts}>
        {entry.state === 'needs-attention' && (
          <Button
            aria-label={t('entry.of', { act: t('entry.retry'), name: title })}
            disabledFocusable={retry.isPending}
            icon={<ArrowClockwiseRegular />}
            onClick={() =>
              retry.mutate(
                { id: entry.id },
                {
                  // Where somebody is signed in it is sent at once.
                  onSuccess: ({ state }) =>
                    said(
                      state === 'waiting'
                        ? t('said.retried', { name: title })
                        : t('said.became', { name: title, state: t(`states.${state}`) }),
                    ),
                },
              )
            }
            size="small"
          >
            {t('entry.retry')}
          </Button>
        )}
        {entry.state === 'needs-attention' && (
          <Button
            aria-label={t('entry.of', { act: t('entry.setAside'), name: title })}
            disabledFocusable={undo.isPending}
            icon={<ArchiveRegular />}
            onClick={() =>
              undo.mutate({ id: entry.id }, { onSuccess: () => said(t('said.setAside', { name: title })) })
            }
            size="small"
            title={t('entry.setAsideHint')}
          >
            {t('entry.setAside')}
          </Button>
        )}
        {entry.state === 'waiting' && (
          <Button
            aria-label={t('entry.of', { act: t('entry.undo'), name: title })}
            disabledFocusable={undo.isPending}
            icon={<ArrowUndoRegular />}
            onClick={() => undo.mutate({ id: entry.id }, { onSuccess: () => said(t('said.undone', { name: title })) })}
            size="small"
          >
            {t('entry.undo')}
          </Button>
        )}
      </div>
      {failed && (
        <p className={styles.error} role="alert">
          {problemText(failed)}
        </p>
      )}
    </>
  );
}
