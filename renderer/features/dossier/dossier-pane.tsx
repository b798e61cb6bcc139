import { Button, makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useAnswersUntil } from '#renderer/app/answers-until.ts';
import { orpc } from '#renderer/app/client.ts';
import { useNow, useT } from '#renderer/app/i18n.tsx';
import { DOSSIER_TABS, type DossierTab, useView } from '#renderer/app/view.ts';
import { useSupposed } from '#renderer/features/what-if/use-supposed.ts';
import { WhatIfPanel } from '#renderer/features/what-if/what-if-panel.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import type { Dossier } from '#shared/model/dossier.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { assertNever } from '#shared/model/problem.ts';
import { CustomerPanel } from './customer-panel.tsx';
import { nextEnd } from './delegation-end.ts';
import { DelegationsPanel } from './delegations-panel.tsx';
import { DossierHeader } from './dossier-header.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { InvitationsPanel } from './invitations-panel.tsx';
import { SubscriptionsPanel } from './subscriptions-panel.tsx';

const isTab = (value: unknown): value is DossierTab => DOSSIER_TABS.some((tab) => tab === value);

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    minWidth: 0,
    containerType: 'inline-size',
  },
  closeOnly: { display: 'flex', justifyContent: 'flex-end', padding: tokens.spacingHorizontalS },
  tabs: {
    flexShrink: 0,
    overflowX: 'auto',
    overflowY: 'hidden',
    scrollbarWidth: 'none',
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  // Six tabs fit most panes when they stand closer; in the narrowest they scroll.
  tab: {
    '@container (max-width: 620px)': {
      paddingLeft: tokens.spacingHorizontalSNudge,
      paddingRight: tokens.spacingHorizontalSNudge,
      '& span': { fontSize: tokens.fontSizeBase200 },
    },
  },
  count: {
    marginLeft: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  panel: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    outlineOffset: '-2px',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXXL}`,
    containerType: 'inline-size',
  },
});

/** One customer's dossier: who it is, what it has, what we may do with it and why. */
export function DossierPane({ customer }: { readonly customer: CustomerId }) {
  const t = useT('dossier');
  const styles = useStyles();
  const closeCustomer = useView((view) => view.closeCustomer);
  const { data, error, refetch } = useQuery(orpc.customers.get.queryOptions({ input: { id: customer } }));
  if (data) return <OpenDossier dossier={data} />;
  return (
    <div className={styles.root}>
      <div className={styles.closeOnly}>
        <Button appearance="subtle" aria-label={t('close')} icon={<DismissRegular />} onClick={closeCustomer} />
      </div>
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />}
    </div>
  );
}

function OpenDossier({ dossier }: { readonly dossier: Dossier }) {
  const t = useT('dossier');
  const styles = useStyles();
  const id = useId();
  const tab = useView((view) => view.tab);
  const openTab = useView((view) => view.openTab);
  useAnswersUntil(nextEnd(dossier.delegations, useNow()));
  const counts: Partial<Record<DossierTab, number>> = {
    subscriptions: dossier.subscriptions.length,
    delegations: dossier.delegations.length,
    invitations: dossier.invitations.length,
    whatIf: useSupposed(dossier.id).length,
  };
  return (
    <div className={styles.root}>
      <DossierHeader dossier={dossier} />
      <TabList
        aria-label={t('tabs.label')}
        className={styles.tabs}
        onTabSelect={(_, { value }) => isTab(value) && openTab(value)}
        selectedValue={tab}
        size="small"
      >
        {DOSSIER_TABS.map((name) => (
          <Tab aria-controls={`${id}-panel`} className={styles.tab} id={`${id}-${name}`} key={name} value={name}>
            {t(`tabs.${name}`)}
            {Boolean(counts[name]) && <span className={styles.count}>{counts[name]}</span>}
          </Tab>
        ))}
      </TabList>
      <div
        aria-labelledby={`${id}-${tab}`}
        className={styles.panel}
        id={`${id}-panel`}
        key={tab}
        role="tabpanel"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling panel must be reachable by keyboard
        tabIndex={0}
      >
        <Panel dossier={dossier} tab={tab} />
      </div>
    </div>
  );
}

function Panel({ tab, dossier }: { readonly tab: DossierTab; readonly dossier: Dossier }) {
  switch (tab) {
    case 'subscriptions':
      return <SubscriptionsPanel dossier={dossier} />;
    case 'customer':
      return <CustomerPanel dossier={dossier} />;
    case 'delegations':
      return <DelegationsPanel dossier={dossier} />;
    case 'invitations':
      return <InvitationsPanel dossier={dossier} />;
    case 'whatIf':
      return <WhatIfPanel dossier={dossier} />;
    case 'history':
      return <HistoryPanel dossier={dossier} />;
    default:
      return assertNever(tab);
  }
}
