import { Badge, Button, makeStyles, Spinner, Tooltip, tokens, useRestoreFocusTarget } from '@fluentui/react-components';
import { PersonAddRegular, PersonCircleRegular, PersonProhibitedRegular } from '@fluentui/react-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import type { OpenWorkspace } from '#renderer/app/open-workspace.ts';
import { useProblemText } from '#renderer/app/problem.ts';
import { useSaid } from '#renderer/app/said.ts';
import { useView } from '#renderer/app/view.ts';
import { useAccount } from './use-account.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
    flexShrink: 0,
    minHeight: '32px',
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS}`,
    minWidth: 0,
  },
  icon: { flexShrink: 0, fontSize: '20px', color: tokens.colorNeutralForeground3 },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  text: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere', textWrap: 'pretty' },
  badge: { flexShrink: 0 },
  error: { color: tokens.colorStatusDangerForeground1, flexBasis: '100%' },
});

/** Whose account speaks to the services, in which cloud, and the way in or out. */
export function AccountLine({ workspace }: { readonly workspace: OpenWorkspace }) {
  const t = useT();
  const styles = useStyles();
  const account = useAccount();
  const cloud = t('account.cloud', { cloud: t(`terms.cloud.${workspace.profile.cloud}`) });
  if (account === undefined) return null;
  return (
    <section aria-label={t('account.label')} className={styles.root}>
      {account.state === 'signed-in' ? (
        <>
          <PersonCircleRegular aria-hidden="true" className={styles.icon} />
          <span className={styles.name}>{account.name ?? account.username}</span>
          {account.name !== null && <span className={styles.text}>{account.username}</span>}
          <Badge appearance="tint" className={styles.badge} color="brand" title={account.tenantId}>
            {cloud}
          </Badge>
          {!account.remembered && (
            <Tooltip content={t('account.notRememberedHint')} relationship="description" withArrow>
              <Badge appearance="outline" className={styles.badge} color="informative">
                {t('account.notRemembered')}
              </Badge>
            </Tooltip>
          )}
          <SignOut />
        </>
      ) : (
        <>
          {account.state === 'signing-in' ? (
            <Spinner size="extra-tiny" />
          ) : (
            <PersonProhibitedRegular aria-hidden="true" className={styles.icon} />
          )}
          <span className={styles.name}>
            {t(account.state === 'signing-in' ? 'account.signingIn' : 'account.signedOut')}
          </span>
          <Badge appearance="tint" className={styles.badge} color="brand">
            {cloud}
          </Badge>
          <SignIn />
          {account.state === 'signed-out' && <span className={styles.text}>{t('account.signedOutText')}</span>}
        </>
      )}
    </section>
  );
}

function SignIn() {
  const t = useT('account');
  const openSignIn = useView((view) => view.openSignIn);
  const restoreFocus = useRestoreFocusTarget();
  return (
    <Button appearance="primary" icon={<PersonAddRegular />} onClick={openSignIn} size="small" {...restoreFocus}>
      {t('signIn')}
    </Button>
  );
}

function SignOut() {
  const t = useT('account');
  const styles = useStyles();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const say = useSaid((store) => store.say);
  const out = useMutation(
    orpc.account.signOut.mutationOptions({
      onSuccess: (state) => {
        queries.setQueryData(orpc.account.state.queryKey(), state);
        say({ text: t('signedOutNow') });
        // This button goes with the account; the focus stays with the page.
        document.getElementById('list')?.focus();
      },
    }),
  );
  return (
    <>
      <Button disabledFocusable={out.isPending} onClick={() => out.mutate({})} size="small" title={t('signOutHint')}>
        {t('signOut')}
      </Button>
      {out.isError && (
        <span className={styles.error} role="alert">
          {problemText(out.error)}
        </span>
      )}
    </>
  );
}
