import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { useSourceName } from '#renderer/app/source-name.ts';
import type { OwnLink } from '#shared/contract/invitations.ts';
import { LinkLine } from './link-line.tsx';

const useStyles = makeStyles({
  label: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  facts: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  problem: { fontSize: tokens.fontSizeBase200, color: tokens.colorStatusDangerForeground1, textWrap: 'pretty' },
});

/** Our own link as Partner Center told it: as of when, by which source, and why it is not used where it is not. */
export function OwnLinkLabel({ own: { link, problem, provenance } }: { readonly own: OwnLink }) {
  const t = useT('linkSource');
  const styles = useStyles();
  const format = useFormat();
  const sourceName = useSourceName();
  const problemText = useProblemText();
  return (
    <span className={styles.label}>
      <Text>{t('own')}</Text>
      <span className={styles.facts} title={format.dateTime(provenance.asOf)}>
        {t('ownAsOf', { date: format.date(provenance.asOf), source: sourceName(provenance.source) })}
      </span>
      <LinkLine link={link} />
      {problem && <span className={styles.problem}>{t('ownNotUsed', { reason: problemText(problem) })}</span>}
    </span>
  );
}
