import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { CheckmarkCircleRegular, DismissRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import type { OpenWorkspace } from '#renderer/app/open-workspace.ts';
import { useView } from '#renderer/app/view.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { useKeptFocus } from '#renderer/ui/keep-focus.ts';
import { Loading } from '#renderer/ui/loading.tsx';
import { DamagedList } from './damaged-list.tsx';

const useStyles = makeStyles({
  surface: { width: '760px', maxWidth: 'calc(100vw - 32px)' },
  body: { maxHeight: 'calc(100vh - 96px)' },
  content: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    minHeight: 0,
    paddingBottom: tokens.spacingVerticalS,
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
});

/** The documents that could not be read: what is wrong, whose they are, and what can be put in their place. */
export function DamageDialog({ workspace }: { readonly workspace: OpenWorkspace }) {
  const t = useT('records.damage');
  const styles = useStyles();
  const closeDialog = useView((view) => view.closeDialog);
  const surface = useKeptFocus();
  const { data, error, isPending, refetch } = useQuery(orpc.workspace.damaged.queryOptions());
  return (
    <Dialog modalType="modal" onOpenChange={(_, { open }) => !open && closeDialog()} open>
      <DialogSurface className={styles.surface} ref={surface}>
        <DialogBody className={styles.body}>
          <DialogTitle
            action={
              <Button appearance="subtle" aria-label={t('close')} icon={<DismissRegular />} onClick={closeDialog} />
            }
          >
            {t('title')}
          </DialogTitle>
          <DialogContent className={styles.content}>
            {data && data.length > 0 && <p className={styles.text}>{t('text')}</p>}
            {isPending && <Loading rows={4} />}
            {error !== null && <ErrorState compact error={error} onRetry={() => void refetch()} />}
            {data && <DamagedList documents={data} mayRecover={workspace.readOnly === null} />}
            {data?.length === 0 && <EmptyState compact icon={<CheckmarkCircleRegular />} title={t('none')} />}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={closeDialog}>
              {t('close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
