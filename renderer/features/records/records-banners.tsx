import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  tokens,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import type { OpenWorkspace } from '#renderer/app/open-workspace.ts';
import { useProblemText } from '#renderer/app/problem.ts';
import { useView } from '#renderer/app/view.ts';
import { customersIn, useDamage } from './use-damage.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    flexShrink: 0,
    padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
});

/** What is wrong with the records as a whole, above everything: some can't be read, or none may be changed. */
export function RecordsBanners({ workspace }: { readonly workspace: OpenWorkspace }) {
  const t = useT('records');
  const styles = useStyles();
  const problemText = useProblemText();
  const { readOnly, damaged } = workspace;
  if (readOnly === null && damaged === 0) return null;
  return (
    <section aria-label={t('notices')} className={styles.root}>
      {readOnly !== null && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{t('readOnly', { reason: problemText(readOnly) })}</MessageBarBody>
        </MessageBar>
      )}
      {damaged > 0 && <DamageBanner workspace={workspace} />}
    </section>
  );
}

function DamageBanner({ workspace }: { readonly workspace: OpenWorkspace }) {
  const t = useT('records.damage');
  const openDamage = useView((view) => view.openDamage);
  const restoreFocus = useRestoreFocusTarget();
  const queries = useQueryClient();
  const damage = useDamage(workspace);
  const customers = customersIn(damage ?? []);
  const documents = workspace.damaged;
  const files = damage?.map(({ file }) => file).join();
  useEffect(() => {
    if (files === undefined) return;
    // Whose documents they are left the lists just now.
    for (const queryKey of [orpc.customers.list.key(), orpc.subscriptions.list.key()]) {
      void queries.invalidateQueries({ queryKey });
    }
  }, [files, queries]);
  return (
    <MessageBar intent="warning">
      <MessageBarBody>
        {customers > 0 ? t('banner', { documents, customers }) : t('bannerBare', { documents })}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={openDamage} size="small" {...restoreFocus}>
          {t('show')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
