import { useEffect } from 'react';
import { useAnswersUntil } from '#renderer/app/answers-until.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { LANDMARKS } from '#renderer/app/landmarks.ts';
import type { OpenWorkspace } from '#renderer/app/open-workspace.ts';
import { SplitPane } from '#renderer/app/split-pane.tsx';
import { useView } from '#renderer/app/view.ts';
import { RuleList } from './rule-list.tsx';
import { RulePane } from './rule-pane.tsx';
import { useDeciding } from './rule-table.ts';

/** A rule's row needs less room than a customer's, and its text less than a dossier: both fit a small window. */
const LEAST = { list: 344, side: 400 };

/** The rule browser: the whole table of rules, and beside it the one that is open. */
export function RulesPage({ workspace }: { readonly workspace: OpenWorkspace }) {
  const t = useT('ruleBrowser');
  const rule = useView((view) => view.rule);
  const setRule = useView((view) => view.setRule);
  const { data } = useDeciding();
  useAnswersUntil(data?.until);

  // Whoever comes here by a link in a dossier leaves that link behind, and the focus with it.
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    const arrived = document.getElementById(LANDMARKS.dossier) ?? document.getElementById('list');
    arrived?.focus({ preventScroll: true });
  }, []);
  return (
    <SplitPane
      least={LEAST}
      onClose={() => setRule(null)}
      resizeLabel={t('resize')}
      side={rule !== null && <RulePane key={rule} rule={rule} workspace={workspace} />}
      sideLabel={t('pane')}
      title={t('title')}
    >
      <RuleList ours={workspace.profile.cloud} />
    </SplitPane>
  );
}
