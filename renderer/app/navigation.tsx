import { Button, makeStyles, mergeClasses, Tooltip, tokens } from '@fluentui/react-components';
import {
  ArrowSyncFilled,
  ArrowSyncRegular,
  bundleIcon,
  type FluentIcon,
  MailInboxFilled,
  MailInboxRegular,
  PanelLeftContractRegular,
  PanelLeftExpandRegular,
  PeopleFilled,
  PeopleRegular,
  ReceiptFilled,
  ReceiptRegular,
  ScalesFilled,
  ScalesRegular,
  SettingsFilled,
  SettingsRegular,
} from '@fluentui/react-icons';
import { SyncStatus } from '#renderer/features/sync/sync-status.tsx';
import { ChannelFacets } from './channel-facets.tsx';
import { useT } from './i18n.tsx';
import { LANDMARKS } from './landmarks.ts';
import { NavigationItem } from './navigation-item.tsx';
import { useNavigationOpen, useNavigationRoom } from './navigation-open.ts';
import { isList, type Page, useView } from './view.ts';

const ICONS: Record<Page, FluentIcon> = {
  customers: bundleIcon(PeopleFilled, PeopleRegular),
  subscriptions: bundleIcon(ReceiptFilled, ReceiptRegular),
  invitations: bundleIcon(MailInboxFilled, MailInboxRegular),
  sync: bundleIcon(ArrowSyncFilled, ArrowSyncRegular),
  rules: bundleIcon(ScalesFilled, ScalesRegular),
  settings: bundleIcon(SettingsFilled, SettingsRegular),
};

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    width: '232px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS}`,
    rowGap: tokens.spacingVerticalM,
    minHeight: 0,
    overflowY: 'auto',
  },
  narrow: { width: '56px' },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', rowGap: '2px' },
  facets: { flexGrow: 1 },
  foot: { display: 'flex', flexDirection: 'column', rowGap: '2px' },
  toggle: { alignSelf: 'flex-start', marginInlineStart: '4px' },
});

/** Pages on the left, and beneath them the channels that narrow the present list; icons alone in a narrow window. */
export function Navigation() {
  const t = useT('window.navigation');
  const styles = useStyles();
  const page = useView((view) => view.page);
  const openPage = useView((view) => view.openPage);
  const room = useNavigationRoom();
  const open = useNavigationOpen();
  const setOpen = useView((view) => view.setNavigationOpen);
  const toggleLabel = open ? t('collapse') : t('expand');

  const item = (to: Page) => (
    <li>
      <NavigationItem current={page === to} Icon={ICONS[to]} label={t(to)} narrow={!open} onOpen={() => openPage(to)} />
    </li>
  );
  return (
    <nav
      aria-label={t('label')}
      className={mergeClasses(styles.root, !open && styles.narrow)}
      id={LANDMARKS.navigation}
    >
      <ul className={styles.list}>
        {item('customers')}
        {item('subscriptions')}
        {item('invitations')}
        {item('sync')}
        {item('rules')}
      </ul>
      <div className={styles.facets}>
        {/* Marks without names would tell nothing: then the list's own header offers the channels. */}
        {open && isList(page) && <ChannelFacets page={page} />}
      </div>
      <div className={styles.foot}>
        <SyncStatus narrow={!open} />
        <ul className={styles.list}>{item('settings')}</ul>
        {room && (
          <Tooltip content={toggleLabel} positioning="after" relationship="label" withArrow>
            <Button
              appearance="subtle"
              aria-expanded={open}
              className={styles.toggle}
              icon={open ? <PanelLeftContractRegular /> : <PanelLeftExpandRegular />}
              onClick={() => setOpen(!open)}
            />
          </Tooltip>
        )}
      </div>
    </nav>
  );
}
