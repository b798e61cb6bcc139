import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { client, orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { PassphraseField } from '#renderer/features/records/passphrase-field.tsx';
import { ProtectionChoice } from '#renderer/features/records/protection-choice.tsx';
import { beginProtection, protectionOf } from '#renderer/features/records/protection-form.ts';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { useKeptFocus } from '#renderer/ui/keep-focus.ts';
import { Loading } from '#renderer/ui/loading.tsx';
import { BackupChoice } from './backup-choice.tsx';
import { OpeningProgress } from './opening-workspace.tsx';

/** How often the progress is asked for (milliseconds). */
const PROGRESS = 400;

const useStyles = makeStyles({
  surface: { width: '620px', maxWidth: 'calc(100vw - 32px)' },
  body: { maxHeight: 'calc(100vh - 96px)' },
  content: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    paddingBottom: tokens.spacingVerticalS,
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  part: { margin: 0, padding: 0, border: 'none', minWidth: 0 },
  legend: { padding: `0 0 ${tokens.spacingVerticalS}`, fontWeight: tokens.fontWeightSemibold },
});

/** What happened now stands at the end, which may be out of sight. */
function intoSight(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

interface Props {
  readonly keychain: string | null;
  readonly onClose: () => void;
}

/** Fills the empty workspace from a backup: which one, its passphrase, and how the restored records are kept. */
export function RestoreDialog({ keychain, onClose }: Props) {
  const t = useT('records.restore');
  const protect = useT('records.protect');
  const passphraseFaults = useT('records.passphrase.faults');
  const styles = useStyles();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const surface = useKeptFocus();
  const form = useRef<HTMLFormElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [protectionForm, setProtectionForm] = useState(() => beginProtection(keychain));
  const [tried, setTried] = useState(false);
  const found = useQuery(orpc.workspace.backups.queryOptions({ staleTime: 0 }));
  const restore = useMutation(orpc.workspace.restore.mutationOptions({ onSuccess: () => queries.invalidateQueries() }));
  const backups = found.data?.items ?? [];
  // The only one need not be chosen.
  const name =
    backups.find((one) => one.name === chosen)?.name ?? (backups.length === 1 ? backups[0]?.name : undefined);
  const busy = restore.isPending || restore.isSuccess;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const protection = protectionOf(protectionForm);
    if (name !== undefined && passphrase !== '' && protection !== null) {
      if (!busy) restore.mutate({ name, passphrase, protection });
      return;
    }
    // The faults are in the document after this event.
    setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  return (
    <Dialog modalType="modal" onOpenChange={(_, { open }) => !open && !busy && onClose()} open>
      <DialogSurface className={styles.surface} ref={surface}>
        <form noValidate onSubmit={submit} ref={form}>
          <DialogBody className={styles.body}>
            <DialogTitle>{t('title')}</DialogTitle>
            <DialogContent className={styles.content}>
              <p className={styles.text}>{t('text')}</p>
              {found.isPending && <Loading rows={3} />}
              {found.isError && <ErrorState compact error={found.error} onRetry={() => void found.refetch()} />}
              {found.data && (
                <BackupChoice
                  backups={backups}
                  chosen={name ?? null}
                  folder={found.data.folder}
                  missing={tried && name === undefined}
                  onChoose={setChosen}
                  onLookAgain={() => void found.refetch()}
                />
              )}
              {backups.length > 0 && (
                <>
                  <PassphraseField
                    fault={tried && passphrase === '' ? passphraseFaults('required') : undefined}
                    label={t('passphraseLabel')}
                    onChange={(value) => {
                      setPassphrase(value);
                      if (restore.isError) restore.reset();
                    }}
                    purpose="present"
                    required
                    value={passphrase}
                  />
                  <fieldset className={styles.part}>
                    <legend className={styles.legend}>{protect('title')}</legend>
                    <ProtectionChoice
                      form={protectionForm}
                      keychain={keychain}
                      label={protect('title')}
                      onChange={setProtectionForm}
                      tried={tried}
                    />
                  </fieldset>
                </>
              )}
              {restore.isError && (
                <MessageBar intent="error" layout="multiline" ref={intoSight}>
                  <MessageBarBody>{problemText(restore.error)}</MessageBarBody>
                </MessageBar>
              )}
              {busy && (
                <div ref={intoSight}>
                  <Progress />
                </div>
              )}
            </DialogContent>
            <DialogActions>
              <Button disabledFocusable={busy} onClick={onClose}>
                {t('cancel')}
              </Button>
              {backups.length > 0 && (
                <Button appearance="primary" disabledFocusable={busy} type="submit">
                  {busy ? t('restoring') : t('restore')}
                </Button>
              )}
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

/** How far the restoring is. Asked beside the window's own state: that would leave this dialog, and with it an error. */
function Progress() {
  const { data } = useQuery({
    queryKey: ['restoring'],
    queryFn: () => client.workspace.state(),
    refetchInterval: PROGRESS,
    gcTime: 0,
  });
  const { doing = 'restoring', done = 0, of = 0 } = data?.state === 'opening' ? data : {};
  return <OpeningProgress doing={doing} done={done} of={of} />;
}
