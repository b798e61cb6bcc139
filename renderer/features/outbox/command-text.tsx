import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { useWords } from '#renderer/features/policy/words.ts';
import type { Delegation } from '#shared/model/delegation.ts';
import type { Dossier } from '#shared/model/dossier.ts';

const useStyles = makeStyles({
  text: { margin: 0, textWrap: 'pretty', overflowWrap: 'anywhere' },
  lost: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  list: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXXS,
    textWrap: 'pretty',
  },
});

/** What it means that a relationship extends itself, or no longer does. */
export function ExtendText(props: { readonly delegation: Delegation; readonly autoExtend: boolean }) {
  const t = useT('outbox.dialog');
  const styles = useStyles();
  const names = useNames(props.delegation);
  return <p className={styles.text}>{t(props.autoExtend ? 'extendOnText' : 'extendOffText', names)}</p>;
}

/** What the end of a relationship takes away. */
export function TerminateText({ delegation }: { readonly delegation: Delegation }) {
  const t = useT('outbox.dialog');
  const styles = useStyles();
  const format = useFormat();
  const words = useWords();
  const names = useNames(delegation);
  const { roles, assignments } = delegation;
  const groups = assignments?.filter(({ status }) => status === 'active').length;
  return (
    <>
      <p className={styles.text}>{t('terminateText', names)}</p>
      <Lost title={t('terminateLoses')}>
        {roles !== null && (
          <li>{t('terminateLost.roles', { count: roles.length, roles: format.list(roles.map(words.role)) })}</li>
        )}
        {groups !== undefined && <li>{t('terminateLost.groups', { count: groups })}</li>}
        <li>{t('terminateLost.again')}</li>
      </Lost>
    </>
  );
}

/** What is lost with DAP, and what stays. */
export function RemoveDapText({ dossier }: { readonly dossier: Dossier }) {
  const t = useT('outbox.dialog');
  const styles = useStyles();
  const inForce = dossier.delegations.filter(
    ({ kind, status }) => kind === 'gdap' && (status === 'active' || status === 'expiring'),
  ).length;
  return (
    <>
      <p className={styles.text}>{t('dapText', { name: dossier.name.value })}</p>
      <Lost title={t('dapLoses')}>
        <li>{t('dapLost.admin')}</li>
        <li>{t('dapLost.gdap', { count: inForce })}</li>
        <li>{t('dapLost.back')}</li>
        <li>{t('dapLost.support')}</li>
      </Lost>
    </>
  );
}

function Lost({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.lost}>
      <h3 className={styles.title}>{title}</h3>
      <ul className={styles.list}>{children}</ul>
    </div>
  );
}

function useNames({ name, endsAt }: Delegation) {
  const t = useT();
  const format = useFormat();
  return {
    name: name ?? t('dossier.delegations.unnamed'),
    end: endsAt === null ? t('outbox.dialog.noEnd') : format.date(endsAt),
  };
}
