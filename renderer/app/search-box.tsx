import { makeStyles, SearchBox } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useT } from './i18n.tsx';
import { useView } from './view.ts';

const useStyles = makeStyles({
  place: { display: 'flex', justifyContent: 'center', minWidth: 0 },
  box: { width: '100%', maxWidth: '480px' },
});

const takesText = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** What the search runs over: rules and invitations on their pages, customers and subscriptions everywhere else. */
function useSearched() {
  const t = useT();
  const page = useView((view) => view.page);
  const search = useView((view) => {
    if (view.page === 'rules') return view.ruleFilter.search;
    return view.page === 'invitations' ? view.invitationFilter.search : view.search;
  });
  const setSearch = useView((view) => view.setSearch);
  const setRuleFilter = useView((view) => view.setRuleFilter);
  const setInvitationFilter = useView((view) => view.setInvitationFilter);
  if (page === 'rules') {
    return {
      search,
      setSearch: (words: string) => setRuleFilter({ search: words }),
      label: t('ruleBrowser.search.label'),
      placeholder: t('ruleBrowser.search.placeholder'),
    };
  }
  if (page === 'invitations') {
    return {
      search,
      setSearch: (words: string) => setInvitationFilter({ search: words }),
      label: t('pipeline.search.label'),
      placeholder: t('pipeline.search.placeholder'),
    };
  }
  return { search, setSearch, label: t('window.search.label'), placeholder: t('window.search.placeholder') };
}

/** The search over the present list: Ctrl+F or "/" goes to it, Escape clears it. */
export function WindowSearch() {
  const t = useT('window.search');
  const styles = useStyles();
  const field = useRef<HTMLInputElement>(null);
  const page = useView((view) => view.page);
  const openPage = useView((view) => view.openPage);
  const { search, setSearch, label, placeholder } = useSearched();

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const find = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'f';
      const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !takesText(event.target);
      // A dialog over the window keeps the keys to itself.
      if ((!find && !slash) || document.querySelector('[aria-modal="true"]')) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <search className={styles.place}>
      <SearchBox
        appearance="outline"
        aria-keyshortcuts="Control+F /"
        aria-label={label}
        className={styles.box}
        dismiss={{ 'aria-label': t('clear') }}
        onChange={(_, { value }) => {
          setSearch(value);
          if (page === 'settings' || page === 'sync') openPage('customers');
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          if (search === '') field.current?.blur();
          else setSearch('');
        }}
        placeholder={placeholder}
        input={{ ref: field }}
        value={search}
      />
    </search>
  );
}
