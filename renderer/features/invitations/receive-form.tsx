import { Divider, makeStyles, Text, tokens } from '@fluentui/react-components';
import { MailArrowDownRegular } from '@fluentui/react-icons';
import { skipToken, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import type { TenantId } from '#shared/model/ids.ts';
import { kindTakenFor, type ReceivedLink } from '#shared/model/invitation.ts';
import { ChooseFile } from './choose-file.tsx';
import { LinkField } from './link-field.tsx';
import { ProviderField, useProviders } from './provider-field.tsx';
import { NoProof } from './receive-no-proof.tsx';
import { TakeInActions } from './take-in-actions.tsx';
import { useSettled } from './use-settled.ts';

const LINK_PATIENCE = 120;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  zone: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThick} dashed ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  icon: { fontSize: '32px', color: tokens.colorBrandForeground1, '& svg': { display: 'block' } },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1 },
  hint: { color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
});

interface Props {
  readonly onFiles: (files: readonly File[]) => void;
  readonly onTaken: (link: ReceivedLink) => void;
  readonly onCancel: () => void;
}

/** Where an invitation comes from: a file, or a pasted link with the provider that made it. */
export function ReceiveForm({ onFiles, onTaken, onCancel }: Props) {
  const t = useT('composer.receive');
  const styles = useStyles();
  const providers = useProviders();
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState<TenantId | null>(null);
  // Whose link it is must be said by a person, unless there is but one.
  const provider =
    providers.find(({ tenantId }) => tenantId === picked) ?? (providers.length === 1 ? providers[0] : undefined);
  const link = useSettled(typed.trim(), LINK_PATIENCE);
  const read = useQuery(orpc.invitations.readLink.queryOptions({ input: link === '' ? skipToken : { link } }));
  const reading = link === '' ? null : (read.data ?? null);
  const take = useMutation(orpc.invitations.received.takeLink.mutationOptions({ onSuccess: onTaken }));
  return (
    <form
      className={styles.root}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (provider && reading) take.mutate({ link, provider: provider.tenantId, via: 'pasted' });
      }}
    >
      <Text className={styles.hint}>{t('intro')}</Text>
      <div className={styles.zone}>
        <span aria-hidden="true" className={styles.icon}>
          <MailArrowDownRegular />
        </span>
        <div className={styles.words}>
          <Text weight="semibold">{t('drop')}</Text>
          <Text className={styles.hint} size={200}>
            {t('takes')}
          </Text>
        </div>
        <ChooseFile label={t('choose')} onFiles={onFiles} />
      </div>
      <Divider>{t('or')}</Divider>
      <LinkField
        error={link === '' ? null : read.error}
        expected={kindTakenFor(reading?.kind)}
        focus={false}
        link={typed}
        onChange={setTyped}
        reading={reading}
      />
      {reading && <NoProof />}
      <ProviderField chosen={provider} label={t('provider')} onChoose={setPicked} />
      <TakeInActions
        error={take.error}
        onCancel={onCancel}
        onTakeIn={null}
        pending={take.isPending}
        ready={provider !== undefined && reading !== null}
      />
    </form>
  );
}
