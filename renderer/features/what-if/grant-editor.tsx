import { Combobox, Dropdown, Field, Option } from '@fluentui/react-components';
import { useState } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { usePartnerName } from '#renderer/app/partners.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { TenantId } from '#shared/model/ids.ts';
import { type PartnerProfile, tenantIds } from '#shared/model/partner.ts';
import { servicesOf } from './choices.ts';
import { EditorFrame } from './editor-frame.tsx';

interface Props {
  readonly dossier: Dossier;
  readonly profile: PartnerProfile;
  readonly onDone: (partner: TenantId, service: string) => void;
  readonly onCancel: () => void;
}

/** Asks to which partner the customer grants DAP (one we know, or any by its tenant id), and for which service. */
export function GrantEditor({ dossier, profile, onDone, onCancel }: Props) {
  const t = useT();
  const partnerName = usePartnerName();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<TenantId | null>(null);
  const [service, setService] = useState('*');
  const [tried, setTried] = useState(false);
  const partner = chosen ?? TenantId.safeParse(typed).data ?? null;
  const known = [
    ...new Set([
      ...(tenantIds(profile.resellers) ?? []),
      ...(tenantIds(profile.providers) ?? []),
      profile.partner.tenantId,
    ]),
  ];
  const wanted = typed.trim().toLowerCase();
  const offered = known.filter((one) => chosen !== null || `${partnerName(one)} ${one}`.toLowerCase().includes(wanted));
  const serviceName = (one: string) => (one === '*' ? t('dossier.delegations.allServices') : one);
  const lacking = partner === null && tried;
  return (
    <EditorFrame
      label={t('whatIf.offers.grantOther')}
      onCancel={onCancel}
      onSubmit={() => {
        if (partner === null) setTried(true);
        else onDone(partner, service);
      }}
    >
      <Field
        label={t('whatIf.editor.partner')}
        validationMessage={lacking ? t('whatIf.editor.partnerFault') : null}
        validationState={lacking ? 'error' : 'none'}
      >
        <Combobox
          freeform
          onChange={({ target }) => {
            setTyped(target.value);
            setChosen(null);
          }}
          onOptionSelect={(_, { optionText, optionValue }) => {
            setTyped(optionText ?? '');
            setChosen(known.find((one) => one === optionValue) ?? null);
          }}
          placeholder={t('whatIf.editor.partnerPlaceholder')}
          selectedOptions={chosen === null ? [] : [chosen]}
          value={typed}
        >
          {offered.map((one) => (
            <Option key={one} text={partnerName(one)} value={one}>
              {partnerName(one)}
            </Option>
          ))}
        </Combobox>
      </Field>
      <Field label={t('whatIf.editor.service')}>
        <Dropdown
          onOptionSelect={(_, { optionValue }) => setService(optionValue ?? '*')}
          selectedOptions={[service]}
          value={serviceName(service)}
        >
          {['*', ...servicesOf(dossier)].map((one) => (
            <Option key={one} text={serviceName(one)} value={one}>
              {serviceName(one)}
            </Option>
          ))}
        </Dropdown>
      </Field>
    </EditorFrame>
  );
}
