import { Button, Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { ArchiveRegular, ArrowClockwiseRegular } from '@fluentui/react-icons';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { ShowFolder } from '#renderer/features/records/show-folder.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { PathText } from '#renderer/ui/path-text.tsx';
import type { Backup } from '#shared/contract/workspace.ts';

const useStyles = makeStyles({
  list: { maxHeight: '168px', overflow: 'auto' },
  label: { display: 'flex', flexDirection: 'column' },
  name: { overflowWrap: 'anywhere' },
  text: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  folder: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  actions: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: tokens.spacingHorizontalS },
  empty: { display: 'flex', flexDirection: 'column', alignItems: 'center' },
});

interface Props {
  readonly folder: string;
  readonly backups: readonly Backup[];
  /** Name of the chosen one. */
  readonly chosen: string | null;
  readonly onChoose: (name: string) => void;
  readonly onLookAgain: () => void;
  /** Somebody wanted to go on without having chosen. */
  readonly missing: boolean;
}

/** The backups that there are, the newest first; where there are none, where they would be looked for. */
export function BackupChoice({ folder, backups, chosen, onChoose, onLookAgain, missing }: Props) {
  const t = useT('records.restore');
  const format = useFormat();
  const styles = useStyles();
  if (backups.length === 0) {
    return (
      <div className={styles.empty}>
        <EmptyState compact icon={<ArchiveRegular />} text={t('emptyText')} title={t('emptyTitle')} />
        <div className={styles.folder}>
          <PathText copyLabel={t('copyFolder')} path={folder} />
        </div>
        <div className={styles.actions}>
          <ShowFolder folder={folder} label={t('showFolder')} size="small" which="backups" />
          <Button icon={<ArrowClockwiseRegular />} onClick={onLookAgain} size="small">
            {t('lookAgain')}
          </Button>
        </div>
      </div>
    );
  }
  const newestFirst = [...backups].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return (
    <Field
      label={t('which')}
      validationMessage={missing ? t('chooseOne') : null}
      validationState={missing ? 'error' : 'none'}
    >
      <RadioGroup className={styles.list} onChange={(_, { value }) => onChoose(value)} value={chosen ?? ''}>
        {newestFirst.map(({ name, bytes, at }) => (
          <Radio
            key={name}
            label={
              <span className={styles.label}>
                <span className={styles.name}>{name}</span>
                <span className={styles.text}>
                  {t('line', { size: format.bytes(bytes), when: format.dateTime(at) })}
                </span>
              </span>
            }
            value={name}
          />
        ))}
      </RadioGroup>
    </Field>
  );
}
