import { Checkbox, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { rolesFor } from '#renderer/features/policy/directory-roles.ts';
import { useWords } from '#renderer/features/policy/words.ts';
import { MESSAGES, type Messages } from '#shared/locales/index.ts';
import { mayExtend, NAME_LENGTH, requestFaults, type TypedRequest } from './gdap-request-form.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  days: { width: '120px' },
  roles: { margin: 0, padding: 0, border: 'none', minWidth: 0 },
  legend: { padding: 0, fontWeight: tokens.fontWeightRegular },
  required: { color: tokens.colorPaletteRedForeground3 },
  hint: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textWrap: 'pretty',
  },
  fault: { color: tokens.colorPaletteRedForeground1 },
  role: { alignItems: 'flex-start' },
  name: { display: 'block' },
});

type Meanings = Messages['outbox']['dialog']['roleMeanings'];
const isKnown = (role: string): role is keyof Meanings => Object.hasOwn(MESSAGES.en.outbox.dialog.roleMeanings, role);

/** The roles that can be asked for, the one that gives least first. */
const OFFERED = rolesFor('subscription.support');

interface Props {
  readonly typed: TypedRequest;
  /** Somebody tried to go on: what is missing is said. */
  readonly tried: boolean;
  readonly onChange: (typed: TypedRequest) => void;
}

/** What a request for GDAP asks: a name, for how long, whether it extends itself, and the roles. */
export function GdapRequestFields({ typed, tried, onChange }: Props) {
  const t = useT('outbox.dialog');
  const styles = useStyles();
  const words = useWords();
  const hint = useId();
  const faults = requestFaults(typed);
  const length = typed.name.trim().length;
  const extendable = mayExtend(typed.roles);
  const nameFault =
    faults.name === 'long'
      ? t('nameLong', { count: length - NAME_LENGTH })
      : tried && faults.name === 'missing'
        ? t('nameMissing')
        : null;
  const meaning = (role: string) => (isKnown(role) ? t(`roleMeanings.${role}`) : null);
  const rolesFault = tried && faults.roles !== undefined;
  return (
    <div className={styles.root}>
      <Field
        label={t('name')}
        required
        {...(nameFault === null
          ? { hint: t('nameHint') }
          : { validationMessage: nameFault, validationState: 'error' as const })}
      >
        <Input
          autoComplete="off"
          onChange={(_, { value }) => onChange({ ...typed, name: value })}
          spellCheck={false}
          value={typed.name}
        />
      </Field>
      <Field
        label={t('days')}
        required
        {...(faults.days === undefined || (typed.days.trim() === '' && !tried)
          ? { hint: t('daysHint') }
          : { validationMessage: t('daysWrong'), validationState: 'error' as const })}
      >
        <Input
          className={styles.days}
          inputMode="numeric"
          onChange={(_, { value }) => onChange({ ...typed, days: value })}
          value={typed.days}
        />
      </Field>
      <fieldset aria-describedby={hint} aria-invalid={rolesFault} className={styles.roles} tabIndex={-1}>
        <legend className={styles.legend}>
          {t('roles')}
          <span aria-hidden="true" className={styles.required}>
            {' *'}
          </span>
        </legend>
        <p className={`${styles.hint} ${rolesFault ? styles.fault : ''}`} id={hint}>
          {t(rolesFault ? 'rolesMissing' : 'rolesHint')}
        </p>
        {OFFERED.map((role) => (
          <div key={role}>
            <Checkbox
              checked={typed.roles.includes(role)}
              className={styles.role}
              label={
                <>
                  <span className={styles.name}>{words.role(role)}</span>
                  <span className={styles.hint}>{meaning(role)}</span>
                </>
              }
              onChange={(_, { checked }) =>
                onChange({
                  ...typed,
                  // In the order in which they are offered, however they were ticked.
                  roles: OFFERED.filter((one) => (one === role ? checked === true : typed.roles.includes(one))),
                })
              }
            />
          </div>
        ))}
      </fieldset>
      <Field {...(extendable ? {} : { hint: t('autoExtendGlobal') })}>
        <Checkbox
          checked={typed.autoExtend && extendable}
          disabled={!extendable}
          label={t('autoExtend')}
          onChange={(_, { checked }) => onChange({ ...typed, autoExtend: checked === true })}
        />
      </Field>
    </div>
  );
}
