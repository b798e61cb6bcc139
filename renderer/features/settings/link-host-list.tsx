import { Button, Field, Input, makeStyles, Tooltip, tokens } from '@fluentui/react-components';
import { AddRegular, DismissRegular, LockClosedRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import type { Cloud } from '#shared/model/partner.ts';
import { type HostFault, hostFault, hostOf } from './link-host-fault.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  title: { margin: 0, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  hint: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  host: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '28px',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
  name: { overflowWrap: 'anywhere', userSelect: 'text' },
  refused: { fontFamily: tokens.fontFamilyBase, color: tokens.colorStatusWarningForeground3 },
  lock: { display: 'flex', width: '24px', justifyContent: 'center', color: tokens.colorNeutralForeground3 },
  add: { display: 'flex', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalS, maxWidth: '420px' },
  field: { flexGrow: 1, minWidth: 0 },
  input: { minWidth: 0, width: '100%' },
});

interface Props {
  readonly cloud: Cloud;
  /** Hosts that are always accepted; `null` for a cloud other than the workspace's. */
  readonly known: readonly string[] | null;
  readonly added: readonly string[];
  /** Of the added ones those that are not accepted all the same: they are known to be the other cloud's. */
  readonly refused: readonly string[];
  readonly onChange: (added: readonly string[]) => void;
}

/** The hosts of one cloud: the known ones locked, the added ones to be removed, and a field for another. */
export function LinkHostList({ cloud, known, added, refused, onChange }: Props) {
  const t = useT('linkHosts');
  const name = useT('terms.cloud')(cloud);
  const styles = useStyles();
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<HostFault | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const title = known === null ? name : t('ours', { cloud: name });
  return (
    <section aria-label={title} className={styles.root}>
      <h3 className={styles.title}>{title}</h3>
      {known === null && <p className={styles.hint}>{t('knownElsewhere')}</p>}
      <ul className={styles.list}>
        {(known ?? []).map((host) => (
          <li className={styles.host} key={host}>
            <Tooltip content={t('lock')} relationship="label" withArrow>
              <span className={styles.lock} role="img">
                <LockClosedRegular />
              </span>
            </Tooltip>
            <span className={styles.name}>{host}</span>
          </li>
        ))}
        {added.map((host) => (
          <li className={styles.host} key={host}>
            <Button
              appearance="subtle"
              aria-label={t('remove', { host })}
              icon={<DismissRegular />}
              onClick={() => {
                onChange(added.filter((one) => one !== host));
                form.current?.querySelector('input')?.focus();
              }}
              size="small"
            />
            <span className={styles.name}>{host}</span>
            {refused.includes(host) && <span className={styles.refused}>{t('otherCloud')}</span>}
          </li>
        ))}
      </ul>
      <form
        className={styles.add}
        noValidate
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() === '') return;
          const found = hostFault(typed, [...(known ?? []), ...added]);
          setFault(found);
          if (found !== null) return;
          onChange([...added, hostOf(typed)]);
          setTyped('');
        }}
      >
        <Field
          className={styles.field}
          {...(fault !== null && { validationMessage: t(`faults.${fault}`), validationState: 'error' })}
        >
          <Input
            aria-label={t('add')}
            className={styles.input}
            onChange={(_, { value }) => {
              setTyped(value);
              setFault(null);
            }}
            placeholder={t('placeholder')}
            size="small"
            spellCheck={false}
            value={typed}
          />
        </Field>
        <Button disabledFocusable={typed.trim() === ''} icon={<AddRegular />} size="small" type="submit">
          {t('addNow')}
        </Button>
      </form>
    </section>
  );
}
