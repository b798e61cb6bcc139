import { Field, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { FactList } from '#renderer/ui/fact-list.tsx';
import type { LinkReading } from '#shared/contract/invitations.ts';
import type { TenantId } from '#shared/model/ids.ts';
import type { ReceivedLink } from '#shared/model/invitation.ts';
import { LinkParameters } from './link-reading.tsx';
import { ProviderField, useProviders } from './provider-field.tsx';
import { NoProof } from './receive-no-proof.tsx';
import { TakeInActions } from './take-in-actions.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  label: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS, minWidth: 0 },
  facts: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  link: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
});

interface Props {
  readonly from: string;
  readonly links: readonly { readonly link: string; readonly reading: LinkReading }[];
  readonly onTaken: (link: ReceivedLink) => void;
  readonly onCancel: () => void;
}

/** A mail with invitation links: from whom, and which link of which provider is taken in. */
export function MailReview({ from, links, onTaken, onCancel }: Props) {
  const t = useT();
  const styles = useStyles();
  const providers = useProviders();
  const [picked, setPicked] = useState<TenantId | null>(null);
  const [chosen, setChosen] = useState(links.length === 1 ? links[0]?.link : undefined);
  const provider =
    providers.find(({ tenantId }) => tenantId === picked) ?? (providers.length === 1 ? providers[0] : undefined);
  const reading = links.find(({ link }) => link === chosen)?.reading;
  const take = useMutation(orpc.invitations.received.takeLink.mutationOptions({ onSuccess: onTaken }));
  return (
    <div className={styles.root}>
      <FactList facts={[{ label: t('composer.receive.from'), value: from || t('composer.receive.fromNobody') }]} />
      <NoProof />
      {links.length === 0 ? (
        <Text>{t('composer.receive.noLinks')}</Text>
      ) : (
        <Field label={t('composer.receive.which', { count: links.length })} required>
          <RadioGroup onChange={(_, { value }) => setChosen(value)} value={chosen ?? ''}>
            {links.map(({ link, reading: { host, kind } }) => (
              <Radio
                key={link}
                label={
                  <span className={styles.label}>
                    <span className={styles.link}>{link}</span>
                    <span className={styles.facts}>
                      {host} · {kind === null ? t('composer.receive.kindUnknown') : t(`terms.invitationKind.${kind}`)}
                    </span>
                  </span>
                }
                value={link}
              />
            ))}
          </RadioGroup>
        </Field>
      )}
      {reading && <LinkParameters reading={reading} />}
      <ProviderField chosen={provider} label={t('composer.receive.provider')} onChoose={setPicked} />
      <TakeInActions
        error={take.error}
        onCancel={onCancel}
        onTakeIn={() => {
          if (provider && chosen) take.mutate({ link: chosen, provider: provider.tenantId, via: 'mail', sender: from });
        }}
        pending={take.isPending}
        ready={provider !== undefined && chosen !== undefined}
      />
    </div>
  );
}
