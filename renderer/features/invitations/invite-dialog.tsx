import {
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useView } from '#renderer/app/view.ts';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { useKeptFocus } from '#renderer/ui/keep-focus.ts';
import { Loading } from '#renderer/ui/loading.tsx';
import type { CustomerId } from '#shared/model/ids.ts';
import type { Invitation } from '#shared/model/invitation.ts';
import { Exported } from './exported.tsx';
import { InviteForm } from './invite-form.tsx';
import { NotOpen } from './not-open.tsx';

const useStyles = makeStyles({
  surface: { width: '960px', maxWidth: 'calc(100vw - 32px)' },
  body: { maxHeight: 'calc(100vh - 96px)' },
  name: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular, overflowWrap: 'anywhere' },
  content: { display: 'flex', flexDirection: 'column', minHeight: 0 },
});

/** Prepares an invitation for a customer: first whether we may at all, then the mail, then the draft. */
export function InviteDialog({ customer }: { readonly customer: CustomerId }) {
  const t = useT('inviting');
  const styles = useStyles();
  const { closeDialog } = useView();
  const dossier = useQuery(orpc.customers.get.queryOptions({ input: { id: customer } }));
  const eligibility = useQuery(orpc.invitations.eligibility.queryOptions({ input: { customer } }));
  const [exported, setExported] = useState<{ readonly invitation: Invitation; readonly path: string } | null>(null);
  const [again, setAgain] = useState(false);
  const surface = useKeptFocus();
  const error = dossier.error ?? eligibility.error;
  const retry = () => void Promise.all([dossier.refetch(), eligibility.refetch()]);
  return (
    <Dialog modalType="modal" onOpenChange={(_, { open }) => !open && closeDialog()} open>
      <DialogSurface className={styles.surface} ref={surface}>
        <DialogBody className={styles.body}>
          <DialogTitle
            action={
              <Button appearance="subtle" aria-label={t('close')} icon={<DismissRegular />} onClick={closeDialog} />
            }
          >
            {t('title')}{' '}
            {dossier.data && <Text className={styles.name}>{t('forCustomer', { name: dossier.data.name.value })}</Text>}
          </DialogTitle>
          <DialogContent className={styles.content}>
            {error && <ErrorState compact error={error} onRetry={retry} />}
            {!error && !(dossier.data && eligibility.data) && <Loading rows={4} />}
            {dossier.data &&
              eligibility.data &&
              (exported ? (
                <Exported
                  customer={dossier.data}
                  onAnother={() => {
                    setExported(null);
                    setAgain(true);
                  }}
                  onClose={closeDialog}
                  {...exported}
                />
              ) : eligibility.data.decision ? (
                <InviteForm
                  customer={dossier.data}
                  decision={eligibility.data}
                  focusLink={again}
                  onCancel={closeDialog}
                  onExported={setExported}
                />
              ) : (
                <NotOpen customer={customer} decision={eligibility.data} onClose={closeDialog} />
              ))}
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
