import { Dropdown, Field, makeStyles, Option, Radio, RadioGroup } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { orpc } from '#renderer/app/client.ts';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { usePartnerName } from '#renderer/app/partners.ts';
import { LinkField } from '#renderer/features/invitations/link-field.tsx';
import { chosenLink, NO_LINK, type TypedLink } from '#renderer/features/invitations/own-link.ts';
import { OwnLinkLabel } from '#renderer/features/invitations/own-link-label.tsx';
import { useOwnLink } from '#renderer/features/invitations/use-own-link.ts';
import type { InvitationId } from '#shared/model/ids.ts';
import { type InvitationKind, kindTakenFor, type ReceivedLink } from '#shared/model/invitation.ts';
import { useCheckedLink } from './use-checked-link.ts';

const useStyles = makeStyles({
  box: { minWidth: 0, width: '100%' },
  list: { maxHeight: '240px' },
  radio: { minWidth: 0, '& label': { minWidth: 0, flexGrow: 1 } },
});

const SourceBy = z.enum(['own', 'pasted', 'received']);

/** Where the link of all the mails comes from, as it stands in the form. */
export interface TypedSource extends Pick<TypedLink, 'pasted'> {
  /** `null` while nobody has chosen. */
  readonly by: TypedLink['by'] | 'received';
  readonly received: InvitationId | null;
}

export const NO_SOURCE: TypedSource = { ...NO_LINK, received: null };

/** The link of all the mails once it will do, as the main side takes it, and its kind; `null` until then. */
export interface ReadySource {
  readonly source: { readonly link: string } | { readonly received: InvitationId };
  readonly kind: InvitationKind;
}

/** What the fields need to show, and what they come to. */
export function useSource(typed: TypedSource) {
  const { own, waiting } = useOwnLink();
  const { by, link } =
    typed.by === 'received' ? { by: typed.by, link: '' } : chosenLink({ by: typed.by, pasted: typed.pasted }, own);
  const checked = useCheckedLink(link);
  const { data: received } = useQuery(orpc.invitations.received.list.queryOptions());
  const chosen = received?.find(({ id }) => id === typed.received);
  let ready: ReadySource | null = null;
  if (by === 'received') ready = chosen ? { source: { received: chosen.id }, kind: chosen.kind } : null;
  else if (checked.link !== null) ready = { source: { link: checked.link }, kind: kindTakenFor(checked.reading?.kind) };
  return { by, own, waiting, checked, received: received ?? [], chosen, ready };
}

interface Props {
  readonly typed: TypedSource;
  readonly state: ReturnType<typeof useSource>;
  readonly onChange: (source: TypedSource) => void;
}

/** Our own link, a pasted one, or one of those that providers of ours gave us, where there are any. */
export function SourceFields({ typed, state, onChange }: Props) {
  const t = useT('linkSource');
  const styles = useStyles();
  const name = useReceivedName();
  const { by, own, waiting, checked, received, chosen } = state;
  if (waiting) return null;
  return (
    <>
      {(own || received.length > 0) && (
        <Field label={t('label')}>
          <RadioGroup
            layout={own ? 'vertical' : 'horizontal'}
            onChange={(_, { value }) => onChange({ ...typed, by: SourceBy.catch('pasted').parse(value) })}
            value={by}
          >
            {own && (
              <Radio
                className={styles.radio}
                disabled={own.problem !== null}
                label={<OwnLinkLabel own={own} />}
                value="own"
              />
            )}
            <Radio label={t('pasted')} value="pasted" />
            {received.length > 0 && <Radio label={t('received')} value="received" />}
          </RadioGroup>
        </Field>
      )}
      {by !== 'received' ? (
        <LinkField
          error={checked.error}
          // Of either kind: the policy is asked about the one that it has.
          expected={kindTakenFor(checked.reading?.kind)}
          focus={typed.by === null}
          key={by}
          link={typed.pasted}
          ours
          onChange={by === 'own' ? null : (pasted) => onChange({ ...typed, by: 'pasted', pasted })}
          reading={checked.reading}
        />
      ) : (
        <Field label={t('choose')} required>
          <Dropdown
            className={styles.box}
            inlinePopup
            listbox={{ className: styles.list }}
            onOptionSelect={(_, { optionValue }) =>
              onChange({ ...typed, received: received.find(({ id }) => id === optionValue)?.id ?? null })
            }
            placeholder={t('choosePlaceholder')}
            positioning={{ strategy: 'fixed', overflowBoundaryPadding: 8 }}
            selectedOptions={chosen ? [chosen.id] : []}
            value={chosen ? name(chosen) : ''}
          >
            {received.map((one) => (
              <Option key={one.id} text={name(one)} value={one.id}>
                {name(one)}
              </Option>
            ))}
          </Dropdown>
        </Field>
      )}
    </>
  );
}

/** Names a received link: its kind, its provider, the provider's reference, and since when we have it. */
function useReceivedName(): (received: ReceivedLink) => string {
  const t = useT();
  const format = useFormat();
  const partnerName = usePartnerName();
  return ({ kind, createdBy, reference, receivedAt }) => {
    const parts = {
      kind: t(`terms.invitationKind.${kind}`),
      provider: partnerName(createdBy),
      when: format.date(receivedAt),
    };
    return reference === null
      ? t('linkSource.option', parts)
      : t('linkSource.optionReference', { ...parts, reference });
  };
}
