import { Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';
import { Cloud, Program, StaffRole } from '#shared/model/partner.ts';
import { CloudChoice } from './cloud-choice.tsx';
import { ProfileField } from './profile-field.tsx';
import type { Faults, ListField, ProfileForm } from './profile-form.ts';
import { SeveralChoice } from './several-choice.tsx';

const useStyles = makeStyles({
  sections: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXL },
  section: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalL,
    margin: 0,
    padding: 0,
    border: 'none',
    minWidth: 0,
    alignItems: 'start',
  },
  legend: {
    padding: `0 0 ${tokens.spacingVerticalM}`,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
  },
  wide: { gridColumn: '1 / -1' },
  ids: { fontFamily: tokens.fontFamilyMonospace },
});

interface Props {
  readonly form: ProfileForm;
  readonly faults: Faults['fields'];
  readonly onChange: (form: ProfileForm) => void;
}

/** The fields of a partner profile, each with its own fault. */
export function ProfileFields({ form, faults, onChange }: Props) {
  const t = useT('window.welcome');
  const terms = useT('terms');
  const styles = useStyles();
  const set = (part: Partial<ProfileForm>) => onChange({ ...form, ...part });

  const text = (field: 'name' | 'tenantId' | 'mpnId' | 'staffId', label: string, hint?: string) => (
    <ProfileField fault={faults[field]} hint={hint} label={label} required={field !== 'mpnId'}>
      <Input
        autoComplete="off"
        onChange={(_, { value }) => set({ [field]: value })}
        spellCheck={false}
        value={form[field]}
      />
    </ProfileField>
  );
  const list = (field: ListField, label: string, hint: string) => (
    <ProfileField className={styles.wide} fault={faults[field]} hint={hint} label={t('optional', { label })}>
      <Textarea
        onChange={(_, { value }) => set({ [field]: value })}
        resize="vertical"
        rows={2}
        spellCheck={false}
        textarea={{ className: styles.ids }}
        value={form[field]}
      />
    </ProfileField>
  );
  return (
    <div className={styles.sections}>
      <fieldset className={styles.section}>
        <legend className={styles.legend}>{t('partnerSection')}</legend>
        <CloudChoice
          className={styles.wide}
          fault={faults.cloud}
          onChange={(cloud) => set({ cloud })}
          options={Cloud.options}
          value={form.cloud}
        />
        {text('name', t('partnerName'))}
        {text('mpnId', t('optional', { label: t('mpnId') }))}
        <div className={styles.wide}>{text('tenantId', t('tenantId'), t('tenantIdHint'))}</div>
        <SeveralChoice
          className={styles.wide}
          fault={faults.programs}
          label={t('programs')}
          nameOf={(program) => terms(`programs.${program}`)}
          onChange={(programs) => set({ programs })}
          options={Program.options}
          value={form.programs}
        />
      </fieldset>
      <fieldset className={styles.section}>
        <legend className={styles.legend}>{t('staffSection')}</legend>
        <div className={styles.wide}>{text('staffId', t('staffId'))}</div>
        <SeveralChoice
          className={styles.wide}
          fault={faults.roles}
          label={t('roles')}
          nameOf={(role) => terms(`staffRoles.${role}`)}
          onChange={(roles) => set({ roles })}
          options={StaffRole.options}
          value={form.roles}
        />
        {list('groups', t('groups'), t('groupsHint'))}
      </fieldset>
      <fieldset className={styles.section}>
        <legend className={styles.legend}>{t('tiesSection')}</legend>
        {list('providers', t('providers'), t('tenantsHint'))}
        {list('resellers', t('resellers'), t('tenantsHint'))}
      </fieldset>
    </div>
  );
}
