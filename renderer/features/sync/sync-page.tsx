import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import type { OpenWorkspace } from '#renderer/app/open-workspace.ts';
import { SplitPane } from '#renderer/app/split-pane.tsx';
import { SYNC_PARTS, type SyncPart, useView } from '#renderer/app/view.ts';
import { DossierPane } from '#renderer/features/dossier/dossier-pane.tsx';
import { OutboxPart } from '#renderer/features/outbox/outbox-part.tsx';
import { assertNever } from '#shared/model/problem.ts';
import { ClashesPart } from './clashes-part.tsx';
import { HistoryPart } from './history-part.tsx';
import { Overview } from './overview.tsx';
import { SyncHead } from './sync-head.tsx';
import { useSync } from './use-sync.ts';

const useStyles = makeStyles({
  tabs: {
    flexShrink: 0,
    overflowX: 'auto',
    overflowY: 'hidden',
    scrollbarWidth: 'none',
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  count: {
    marginInlineStart: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    fontVariantNumeric: 'tabular-nums',
  },
  panel: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    minWidth: 0,
    outlineOffset: '-2px',
    containerType: 'inline-size',
  },
});

const isPart = (value: unknown): value is SyncPart => SYNC_PARTS.some((part) => part === value);

/** How true the records are to the services, what made them so, and what a person must decide; beside it a dossier. */
export function SyncPage({ workspace }: { readonly workspace: OpenWorkspace }) {
  const t = useT();
  const styles = useStyles();
  const id = useId();
  const customer = useView((view) => view.customer);
  const closeCustomer = useView((view) => view.closeCustomer);
  const part = useView((view) => view.syncPart);
  const openSync = useView((view) => view.openSync);
  const { data } = useSync();
  const counts: Partial<Record<SyncPart, number>> = data
    ? { clashes: data.clashes, outbox: data.outbox.waiting + data.outbox.attention }
    : {};
  return (
    <SplitPane
      onClose={closeCustomer}
      resizeLabel={t('window.list.resize')}
      side={customer && <DossierPane customer={customer} key={customer} />}
      sideLabel={t('window.list.dossier')}
      title={t('sync.title')}
    >
      <SyncHead workspace={workspace} />
      <TabList
        aria-label={t('sync.parts.label')}
        className={styles.tabs}
        onTabSelect={(_, { value }) => isPart(value) && openSync(value)}
        selectedValue={part}
      >
        {SYNC_PARTS.map((name) => (
          <Tab aria-controls={`${id}-panel`} id={`${id}-${name}`} key={name} value={name}>
            {t(`sync.parts.${name}`)}
            {Boolean(counts[name]) && <span className={styles.count}>{counts[name]}</span>}
          </Tab>
        ))}
      </TabList>
      <div
        aria-labelledby={`${id}-${part}`}
        className={styles.panel}
        id={`${id}-panel`}
        key={part}
        role="tabpanel"
        tabIndex={-1}
      >
        <Part part={part} />
      </div>
    </SplitPane>
  );
}

function Part({ part }: { readonly part: SyncPart }) {
  switch (part) {
    case 'overview':
      return <Overview />;
    case 'history':
      return <HistoryPart />;
    case 'clashes':
      return <ClashesPart />;
    case 'outbox':
      return <OutboxPart />;
    default:
      return assertNever(part);
  }
}
