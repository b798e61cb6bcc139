import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { useProfile } from '#renderer/app/partners.ts';
import { FactList } from '#renderer/ui/fact-list.tsx';
import type { HandOffReading } from '#shared/contract/invitations.ts';
import type { ReceivedLink } from '#shared/model/invitation.ts';
import { LinkParameters } from './link-reading.tsx';
import { handedFile } from './received-file.ts';
import { TakeInActions } from './take-in-actions.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  link: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
  digits: {
    display: 'block',
    marginTop: tokens.spacingVerticalXS,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    letterSpacing: '0.04em',
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
});

interface Props {
  readonly file: File;
  readonly handOff: HandOffReading;
  /** What the provider read out, where it signs with a new key. */
  readonly fingerprint: string | null;
  readonly onTaken: (link: ReceivedLink) => void;
  readonly onCancel: () => void;
}

/** A sound hand-off file: who made it and for whom, what it holds, and what vouches for it. */
export function HandOffReview({ file, handOff, fingerprint, onTaken, onCancel }: Props) {
  const t = useT();
  const styles = useStyles();
  const format = useFormat();
  const us = useProfile()?.partner.tenantId;
  const take = useMutation(orpc.invitations.received.takeHandOff.mutationOptions({ onSuccess: onTaken }));
  const {
    audience,
    createdAt,
    createdBy,
    customer,
    keyFingerprint,
    kind,
    language,
    link,
    reading,
    reference,
    signature,
  } = handOff;
  const audienceName = audience && (audience.name ?? audience.tenantId);
  return (
    <div className={styles.root}>
      {signature === 'first' ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t('composer.receive.firstTitle')}</MessageBarTitle> {t('composer.receive.firstText')}
            <span className={styles.digits}>{keyFingerprint}</span>
          </MessageBarBody>
        </MessageBar>
      ) : (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t('composer.receive.knownTitle', { name: createdBy.name })}</MessageBarTitle>{' '}
            {t(`composer.receive.${signature === 'known' ? 'knownText' : 'renewedText'}`)}
          </MessageBarBody>
        </MessageBar>
      )}
      <FactList
        facts={[
          {
            label: t('composer.receive.madeBy'),
            value: [createdBy.name, createdBy.mpnId && `MPN ID ${createdBy.mpnId}`, createdBy.tenantId]
              .filter(Boolean)
              .join(' · '),
          },
          {
            label: t('composer.receive.madeFor'),
            value:
              audienceName === null
                ? t('composer.receive.anybody')
                : audience?.tenantId === us
                  ? t('composer.receive.us', { name: audienceName })
                  : audienceName,
          },
          { label: t('composer.receive.forCustomer'), value: customer?.name ?? t('composer.receive.anyCustomer') },
          { label: t('composer.receive.kind'), value: t(`terms.invitationKind.${kind}`) },
          { label: t('composer.receive.language'), value: t(`terms.languages.${language}`) },
          { label: t('composer.receive.reference'), value: reference },
          { label: t('composer.receive.createdAt'), value: format.dateTime(createdAt) },
          { label: t('composer.receive.leadsTo'), value: reading.host },
          {
            label: t('composer.receive.link'),
            value: (
              <>
                <span className={styles.link}>{link}</span>
                <LinkParameters reading={reading} />
              </>
            ),
          },
        ]}
      />
      <TakeInActions
        error={take.error}
        onCancel={onCancel}
        onTakeIn={() => take.mutate({ file: handedFile(file), ...(fingerprint === null ? {} : { fingerprint }) })}
        pending={take.isPending}
        ready
      />
    </div>
  );
}
