import {
  DialogActions,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import type { OpenWorkspace } from '#renderer/app/open-workspace.ts';
import { useProblemText } from '#renderer/app/problem.ts';
import { useSaid } from '#renderer/app/said.ts';
import { useView } from '#renderer/app/view.ts';
import { DialogFrame } from '#renderer/ui/dialog-frame.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Registration, RegistrationLine } from './registration.tsx';
import { SignInGoingOn } from './sign-in-going-on.tsx';
import { SignInWays } from './sign-in-ways.tsx';
import { useAccount } from './use-account.ts';
import { useSignIn } from './use-sign-in.ts';

const useStyles = makeStyles({
  surface: { width: '560px' },
  text: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  actions: { justifySelf: 'stretch' },
});

/** Signs staff in to the services of the workspace's cloud: in the browser, or with a code on another device. */
export function SignInDialog({ workspace }: { readonly workspace: OpenWorkspace }) {
  const t = useT();
  const styles = useStyles();
  const closeDialog = useView((view) => view.closeDialog);
  const say = useSaid((store) => store.say);
  const problemText = useProblemText();
  const account = useAccount();
  const signIn = useSignIn();
  const [changing, setChanging] = useState(false);
  const registration = useQuery(orpc.account.registration.queryOptions({ staleTime: 0 }));
  const { cloud, partner } = workspace.profile;
  const clientId = registration.data?.clientId ?? null;
  const done = account?.state === 'signed-in' ? (account.name ?? account.username) : null;
  useEffect(() => {
    if (done === null) return;
    say({ text: t('account.dialog.done', { name: done }) });
    closeDialog();
  }, [done, say, closeDialog, t]);
  const content = () => {
    if (account?.state === 'signing-in') return <SignInGoingOn going={account} onStop={signIn.stop} />;
    if (registration.error) {
      return <ErrorState compact error={registration.error} onRetry={() => void registration.refetch()} />;
    }
    if (account === undefined || registration.data === undefined) return <Loading rows={3} />;
    if (clientId === null || changing) {
      return (
        <Registration
          clientId={clientId}
          onDone={() => setChanging(false)}
          partner={partner.name}
          {...(clientId !== null && { onCancel: () => setChanging(false) })}
        />
      );
    }
    return (
      <>
        <p className={styles.text}>{t('account.dialog.text', { partner: partner.name })}</p>
        {signIn.error !== null && (
          <MessageBar intent="error" layout="multiline" role="alert">
            <MessageBarBody>
              <MessageBarTitle>{t('account.dialog.failed')}</MessageBarTitle> {problemText(signIn.error)}
            </MessageBarBody>
          </MessageBar>
        )}
        <SignInWays beginning={signIn.beginning} onChoose={signIn.begin} />
      </>
    );
  };
  const close = () => {
    // Whoever closes the dialog has done with it: no page in a browser goes on signing in behind their back.
    if (account?.state === 'signing-in') signIn.stop();
    closeDialog();
  };
  return (
    <DialogFrame
      actions={
        clientId !== null &&
        !changing &&
        account?.state === 'signed-out' && (
          <DialogActions className={styles.actions} fluid>
            <RegistrationLine clientId={clientId} onChange={() => setChanging(true)} />
          </DialogActions>
        )
      }
      closeLabel={t('account.dialog.close')}
      onClose={close}
      surfaceClass={styles.surface}
      title={t('account.dialog.title', { cloud: t(`terms.cloud.${cloud}`) })}
    >
      {content()}
    </DialogFrame>
  );
}
