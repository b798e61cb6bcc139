import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import type { Dossier } from '#shared/model/dossier.ts';
import type { TenantId } from '#shared/model/ids.ts';
import type { Change } from '#shared/model/what-if.ts';
import { useChangeWords, useDelegationName } from './change-words.ts';
import { subjectOf } from './changes.ts';
import { extensionsPassed } from './choices.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  line: {
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    '& + &': { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}` },
  },
  words: { padding: `${tokens.spacingVerticalXXS} 0`, minWidth: 0, overflowWrap: 'anywhere' },
  remove: { flexShrink: 0 },
});

interface Props {
  readonly changes: readonly Change[];
  readonly dossier: Dossier;
  readonly us: TenantId;
  readonly onRemove: (change: Change) => void;
}

/** What is supposed, one line each, each to be taken back. */
export function Supposed({ changes, dossier, us, onRemove }: Props) {
  const t = useT('whatIf');
  const styles = useStyles();
  const say = useChangeWords(dossier);
  if (changes.length === 0) return null;
  return (
    <div className={styles.root}>
      <h3 className={styles.title}>{t('supposed')}</h3>
      <ul className={styles.list}>
        {changes.map((change) => (
          <li className={styles.line} key={subjectOf(change, us)}>
            <span className={styles.words}>{say(change)}</span>
            <Button
              appearance="subtle"
              aria-label={t('remove', { what: say(change) })}
              className={styles.remove}
              icon={<DismissRegular />}
              onClick={() => onRemove(change)}
              size="small"
              title={t('remove', { what: say(change) })}
            />
          </li>
        ))}
      </ul>
      <PassedExtensions changes={changes} dossier={dossier} us={us} />
    </div>
  );
}

/** Says where the supposed clock passes an end at which a relationship may well have extended itself. */
function PassedExtensions({ changes, dossier, us }: Omit<Props, 'onRemove'>) {
  const t = useT('whatIf');
  const format = useFormat();
  const nameOf = useDelegationName();
  const time = changes.find((one) => one.change === 'time');
  if (time === undefined) return null;
  const ended = new Set(changes.map((one) => (one.change === 'end-delegation' ? one.delegation : null)));
  return extensionsPassed(dossier, us, Date.now(), Date.parse(time.at))
    .filter(({ id }) => !ended.has(id))
    .map((delegation) => (
      <MessageBar intent="info" key={delegation.id} layout="multiline">
        <MessageBarBody>
          {t('autoExtends', { name: nameOf(delegation), date: format.date(delegation.endsAt) })}
        </MessageBarBody>
      </MessageBar>
    ));
}
