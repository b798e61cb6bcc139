import { Dropdown, Field, makeStyles, Option } from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';
import { useProfile } from '#renderer/app/partners.ts';
import type { TenantId } from '#shared/model/ids.ts';
import { type PartnerReference, references } from '#shared/model/partner.ts';

const useStyles = makeStyles({ box: { minWidth: 0, width: '100%', maxWidth: '420px' } });

/** What a partner is called in a list: by its name, else by what else is known of it. */
export const partnerLabel = ({ name, mpnId, tenantId }: PartnerReference): string => name ?? mpnId ?? tenantId;

/** Our providers, as the profile names them. */
export function useProviders(): readonly PartnerReference[] {
  return references(useProfile()?.providers);
}

interface Props {
  readonly label: string;
  readonly chosen: PartnerReference | undefined;
  readonly onChoose: (provider: TenantId) => void;
}

/** One of our providers. */
export function ProviderField({ label, chosen, onChoose }: Props) {
  const t = useT('composer');
  const styles = useStyles();
  const providers = useProviders();
  return (
    <Field
      label={label}
      required
      {...(providers.length === 0 && { validationMessage: t('ask.noProvider'), validationState: 'error' })}
    >
      <Dropdown
        className={styles.box}
        disabled={providers.length === 0}
        inlinePopup
        onOptionSelect={(_, { optionValue }) => {
          const provider = providers.find(({ tenantId }) => tenantId === optionValue);
          if (provider) onChoose(provider.tenantId);
        }}
        placeholder={t('receive.choosePartner')}
        positioning={{ strategy: 'fixed', overflowBoundaryPadding: 8 }}
        selectedOptions={chosen ? [chosen.tenantId] : []}
        value={chosen ? partnerLabel(chosen) : ''}
      >
        {providers.map((one) => (
          <Option key={one.tenantId} text={partnerLabel(one)} value={one.tenantId}>
            {partnerLabel(one)}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}
