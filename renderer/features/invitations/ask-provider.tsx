import {
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { DocumentArrowDownRegular, MailArrowUpRegular } from '@fluentui/react-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useLanguage, useT } from '#renderer/app/i18n.tsx';
import { problemOf, useProblemText } from '#renderer/app/problem.ts';
import { takeFocus } from '#renderer/ui/keep-focus.ts';
import { PathText } from '#renderer/ui/path-text.tsx';
import type { Dossier } from '#shared/model/dossier.ts';
import type { TenantId } from '#shared/model/ids.ts';
import { fieldOf } from './draft-field.ts';
import { LanguageField } from './language-field.tsx';
import { ProviderField, partnerLabel, useProviders } from './provider-field.tsx';
import { RecipientField } from './recipient-field.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, maxWidth: '620px' },
  whole: { display: 'flex', flexDirection: 'column', flexGrow: 1, justifyContent: 'space-between' },
  intro: { color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  path: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  label: { color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', alignItems: 'center', justifyContent: 'flex-end', columnGap: tokens.spacingHorizontalS },
  said: { flexGrow: 1, color: tokens.colorNeutralForeground2 },
  error: { flexGrow: 1, color: tokens.colorStatusDangerForeground1 },
});

interface Props {
  readonly customer: Dossier;
  readonly onCancel: () => void;
}

/** Writes the mail that asks one of our providers for an invitation link for a customer (R31). */
export function AskProvider({ customer, onCancel }: Props) {
  const t = useT();
  const styles = useStyles();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const providers = useProviders();
  const [picked, setPicked] = useState<TenantId | null>(null);
  const provider = providers.find(({ tenantId }) => tenantId === picked) ?? providers[0];
  const [to, setTo] = useState('');
  const [language, setLanguage] = useState(useLanguage());
  const ask = useMutation(
    orpc.invitations.askProvider.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: orpc.customers.key() }),
    }),
  );
  if (ask.data && provider) {
    return <Asked customer={customer} onClose={onCancel} path={ask.data.path} provider={partnerLabel(provider)} />;
  }
  const atRecipient = ask.isError && fieldOf(problemOf(ask.error)) === 'recipient';
  return (
    <form
      className={styles.whole}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (provider) ask.mutate({ customer: customer.id, provider: provider.tenantId, to: to.trim(), language });
      }}
    >
      <div className={styles.root}>
        <Text className={styles.intro}>{t('composer.ask.intro')}</Text>
        <ProviderField chosen={provider} label={t('composer.ask.provider')} onChoose={setPicked} />
        <RecipientField
          error={atRecipient ? ask.error : null}
          hint={t('composer.ask.toHint')}
          label={t('composer.ask.to')}
          onChange={(typed) => {
            ask.reset();
            setTo(typed);
          }}
          onLeave={() => undefined}
          placeholder={t('composer.ask.toPlaceholder')}
          to={to}
        />
        <LanguageField
          hint={t('composer.ask.languageHint')}
          label={t('composer.ask.language')}
          language={language}
          onChange={setLanguage}
        />
      </div>
      <div className={styles.actions}>
        {ask.isError && !atRecipient && (
          <Text className={styles.error} role="alert">
            {problemText(ask.error)}
          </Text>
        )}
        <Button onClick={onCancel}>{t('inviting.cancel')}</Button>
        <Button
          appearance="primary"
          disabledFocusable={!provider || ask.isPending}
          icon={<DocumentArrowDownRegular />}
          type="submit"
        >
          {t(ask.isPending ? 'composer.ask.writing' : 'composer.ask.write')}
        </Button>
      </div>
    </form>
  );
}

interface AskedProps {
  readonly customer: Dossier;
  readonly provider: string;
  readonly path: string;
  readonly onClose: () => void;
}

function Asked({ customer, provider, path, onClose }: AskedProps) {
  const t = useT();
  const styles = useStyles();
  const problemText = useProblemText();
  const open = useMutation(orpc.invitations.openDraft.mutationOptions());
  return (
    <div className={styles.whole}>
      <div className={styles.root}>
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t('composer.ask.doneTitle')}</MessageBarTitle>{' '}
            {t('composer.ask.doneText', { provider, name: customer.name.value })}
          </MessageBarBody>
        </MessageBar>
        <div className={styles.path}>
          <span className={styles.label}>{t('composer.ask.path')}</span>
          <PathText copyLabel={t('dossier.copy.path')} path={path} />
        </div>
        <Text className={styles.intro}>{t('composer.ask.takeIn')}</Text>
      </div>
      <div className={styles.actions}>
        <Text className={styles.said} role="status" size={200}>
          {open.isSuccess && t(open.data.opened ? 'inviting.opened' : 'inviting.notOpened')}
          {open.isError && problemText(open.error)}
        </Text>
        <Button onClick={onClose}>{t('inviting.close')}</Button>
        <Button
          appearance="primary"
          disabledFocusable={open.isPending}
          icon={<MailArrowUpRegular />}
          onClick={() => open.mutate({ path })}
          ref={takeFocus}
        >
          {t('composer.ask.open')}
        </Button>
      </div>
    </div>
  );
}
