import {
  Button,
  DialogActions,
  MessageBar,
  MessageBarBody,
  makeStyles,
  mergeClasses,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useNow, useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { type CommandStart, useView } from '#renderer/app/view.ts';
import { useSettled } from '#renderer/features/invitations/use-settled.ts';
import { leastRolesFor } from '#renderer/features/policy/directory-roles.ts';
import { useDangerStyles } from '#renderer/features/records/danger-styles.ts';
import { DialogFrame } from '#renderer/ui/dialog-frame.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import type { Dossier } from '#shared/model/dossier.ts';
import { OutboxCommand } from '#shared/model/outbox.ts';
import { ExtendText, RemoveDapText, TerminateText } from './command-text.tsx';
import { GdapRequestFields } from './gdap-request-fields.tsx';
import { commandOf, suggestedName, type TypedRequest } from './gdap-request-form.ts';
import { MayNot } from './may-not.tsx';
import { PolicyLine, RequestList } from './preview-parts.tsx';
import { useDecide } from './use-decide.ts';

/** What is typed is looked through once it has rested for so long (milliseconds). */
const PATIENCE = 300;

const useStyles = makeStyles({
  surface: { width: '680px' },
  name: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular, overflowWrap: 'anywhere' },
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  intro: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  preview: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalM,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  actions: { justifySelf: 'stretch' },
  waits: {
    flexGrow: 1,
    alignSelf: 'center',
    textAlign: 'start',
    color: tokens.colorNeutralForeground3,
    textWrap: 'pretty',
  },
  button: { whiteSpace: 'nowrap', flexShrink: 0 },
});

/** Decides a command to a service: what it does, whether we may, which requests it makes; then it waits in the outbox. */
export function CommandDialog({ command }: { readonly command: CommandStart }) {
  const t = useT('outbox.dialog');
  const styles = useStyles();
  const closeDialog = useView((view) => view.closeDialog);
  const { data, error, refetch } = useQuery(orpc.customers.get.queryOptions({ input: { id: command.customer } }));
  if (data) return <Deciding command={command} dossier={data} />;
  return (
    <DialogFrame
      closeLabel={t('close')}
      onClose={closeDialog}
      surfaceClass={styles.surface}
      title={t(`titles.${command.kind}`)}
    >
      {error ? <ErrorState compact error={error} onRetry={() => void refetch()} /> : <Loading rows={4} />}
    </DialogFrame>
  );
}

function Deciding({ command: start, dossier }: { readonly command: CommandStart; readonly dossier: Dossier }) {
  const t = useT('outbox.dialog');
  const styles = useStyles();
  const danger = useDangerStyles();
  const problemText = useProblemText();
  const closeDialog = useView((view) => view.closeDialog);
  const now = useNow();
  const [typed, setTyped] = useState<TypedRequest>(() => ({
    name: suggestedName(dossier.name.value, now),
    days: '365',
    autoExtend: true,
    roles: leastRolesFor('delegation.request'),
  }));
  const [tried, setTried] = useState(false);
  const command = start.kind === 'gdap-request' ? commandOf(start.customer, typed) : start;
  const preview = usePreview(command);
  const decide = useDecide(dossier.name.value);
  const known = preview.data?.decision;
  const allowed = known?.context.outcome === 'allow';
  const dangerous = start.kind === 'gdap-terminate' || start.kind === 'dap-remove';
  const problem = decide.error ?? preview.error;
  const add = start.kind === 'gdap-terminate' ? 'addTerminate' : start.kind === 'dap-remove' ? 'addRemove' : 'add';
  const submit = () => {
    setTried(true);
    if (command === null) {
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>('[role="dialog"] [aria-invalid="true"]')?.focus(),
      );
      return;
    }
    if (allowed && preview.error === null && !decide.isPending) decide.mutate(command);
  };
  return (
    <DialogFrame
      actions={
        known && !allowed ? null : (
          <DialogActions className={styles.actions} fluid>
            <Text className={styles.waits} size={200}>
              {t('waitsOffline')}
            </Text>
            <Button className={styles.button} onClick={closeDialog}>
              {t('cancel')}
            </Button>
            <Button
              appearance="primary"
              className={mergeClasses(styles.button, dangerous && danger.button)}
              disabledFocusable={
                known === undefined || decide.isPending || (command !== null && preview.error !== null)
              }
              {...(decide.isPending && { icon: <Spinner size="extra-tiny" /> })}
              onClick={submit}
            >
              {t(decide.isPending ? 'adding' : add)}
            </Button>
          </DialogActions>
        )
      }
      closeLabel={t('close')}
      onClose={closeDialog}
      surfaceClass={styles.surface}
      title={
        <>
          {t(`titles.${start.kind}`)}{' '}
          <Text className={styles.name}>{t('forCustomer', { name: dossier.name.value })}</Text>
        </>
      }
    >
      {known && !allowed ? (
        <MayNot decision={known} dossier={dossier} kind={start.kind} onClose={closeDialog} />
      ) : (
        <div className={styles.content}>
          <What dossier={dossier} start={start} />
          {start.kind === 'gdap-request' && (
            <GdapRequestFields
              onChange={(next) => {
                decide.reset();
                setTyped(next);
              }}
              tried={tried}
              typed={typed}
            />
          )}
          {problem !== null && (
            <MessageBar intent="error" layout="multiline" role="alert">
              <MessageBarBody>{problemText(problem)}</MessageBarBody>
            </MessageBar>
          )}
          {preview.data && (
            <div className={styles.preview}>
              <PolicyLine decision={preview.data.decision} />
              <RequestList requests={preview.data.requests} />
            </div>
          )}
          {preview.isPending && preview.fetchStatus !== 'idle' && <Loading rows={3} />}
        </div>
      )}
    </DialogFrame>
  );
}

/** What the command does and what is lost by it, in words. */
function What({ start, dossier }: { readonly start: CommandStart; readonly dossier: Dossier }) {
  const t = useT('outbox.dialog');
  const styles = useStyles();
  if (start.kind === 'gdap-request') return <p className={styles.intro}>{t('intro')}</p>;
  if (start.kind === 'dap-remove') return <RemoveDapText dossier={dossier} />;
  const delegation = dossier.delegations.find(({ id }) => id === start.delegation);
  if (delegation === undefined) return <p className={styles.intro}>{t('notFound')}</p>;
  if (start.kind === 'gdap-terminate') return <TerminateText delegation={delegation} />;
  return <ExtendText autoExtend={start.autoExtend} delegation={delegation} />;
}

/** What would come of a command; asked once the typing rests, and of the last whole one while a field is not filled in. */
function usePreview(command: OutboxCommand | null) {
  const settled = useSettled(command === null ? null : JSON.stringify(command), PATIENCE);
  const asked = useMemo(() => (settled === null ? null : OutboxCommand.parse(JSON.parse(settled))), [settled]);
  return useQuery({
    ...orpc.outbox.preview.queryOptions({ input: asked ?? NOTHING }),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });
}

/** Stands where nothing is asked. */
const NOTHING: OutboxCommand = { kind: 'reseller-link' };
