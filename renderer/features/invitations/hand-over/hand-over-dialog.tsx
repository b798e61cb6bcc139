import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { PeopleTeamRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useProfile } from '#renderer/app/partners.ts';
import { useView } from '#renderer/app/view.ts';
import { DialogFrame } from '#renderer/ui/dialog-frame.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import type { HandOver } from '#shared/model/invitation.ts';
import { references } from '#shared/model/partner.ts';
import { Earlier } from './earlier.tsx';
import { HandOverForm } from './hand-over-form.tsx';
import { Written } from './written.tsx';

const useStyles = makeStyles({
  surface: { width: '920px' },
  content: { minHeight: '360px' },
  tabs: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalMNudge})` },
});

/** Hands a link of ours to resellers of ours, as signed files; and tells what was handed over before. */
export function HandOverDialog() {
  const t = useT('handOver');
  const styles = useStyles();
  const id = useId();
  const { closeDialog } = useView();
  const profile = useProfile();
  const [tab, setTab] = useState<'write' | 'earlier'>('write');
  const [written, setWritten] = useState<readonly HandOver[] | null>(null);
  const { data: earlier, error, refetch } = useQuery(orpc.invitations.handOver.list.queryOptions());
  const resellers = references(profile?.resellers);

  const panel = () => {
    if (tab === 'earlier') {
      if (error) return <ErrorState compact error={error} onRetry={() => void refetch()} />;
      return earlier && <Earlier handOvers={earlier} />;
    }
    if (written) return <Written onAnother={() => setWritten(null)} onClose={closeDialog} written={written} />;
    if (profile && resellers.length === 0) {
      return (
        <EmptyState
          compact
          icon={<PeopleTeamRegular />}
          text={t('resellers.unknownText')}
          title={t('resellers.unknownTitle')}
        />
      );
    }
    return profile && <HandOverForm onCancel={closeDialog} onWritten={setWritten} resellers={resellers} />;
  };
  return (
    <DialogFrame
      closeLabel={t('close')}
      contentClass={styles.content}
      onClose={closeDialog}
      surfaceClass={styles.surface}
      title={t('title')}
    >
      <TabList
        className={styles.tabs}
        onTabSelect={(_, { value }) => setTab(value === 'earlier' ? 'earlier' : 'write')}
        selectedValue={tab}
        size="small"
      >
        <Tab aria-controls={`${id}-panel`} id={`${id}-write`} value="write">
          {t('tabs.write')}
        </Tab>
        <Tab aria-controls={`${id}-panel`} id={`${id}-earlier`} value="earlier">
          {t('tabs.earlier', { count: earlier?.length ?? 0 })}
        </Tab>
      </TabList>
      <div aria-labelledby={`${id}-${tab}`} id={`${id}-panel`} role="tabpanel">
        {panel()}
      </div>
    </DialogFrame>
  );
}
