import { makeStyles, tokens } from '@fluentui/react-components';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import type { RuleSource } from '#shared/model/policy.ts';

const useStyles = makeStyles({
  root: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  address: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXXS },
  title: { fontStyle: 'normal' },
  url: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere', userSelect: 'all' },
});

/** The page a rule rests on. The shell opens no pages, so the address stands there to be selected or copied. */
export function SourceLine({ of: source }: { readonly of: RuleSource | null }) {
  const t = useT('dossier');
  const format = useFormat();
  const styles = useStyles();
  if (source === null) return <div className={styles.root}>{t('explanation.noSource')}</div>;
  const { title, url, date } = source;
  return (
    <div className={styles.root}>
      <cite className={styles.title}>
        {date === null ? title : t('explanation.sourceDated', { title, date: isDay(date) ? format.date(date) : date })}
      </cite>
      {url !== null && (
        <div className={styles.address}>
          <span className={styles.url}>{url}</span>
          <CopyButton label={t('copy.address', { title })} text={url} />
        </div>
      )}
    </div>
  );
}

/** Some sources are dated to the day, others to the month or year only; those are shown as they are. */
function isDay(date: string): boolean {
  return /^\d{4}-\d\d-\d\d/.test(date);
}
