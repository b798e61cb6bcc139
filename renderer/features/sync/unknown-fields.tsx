import { makeStyles, tokens } from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';
import { Disclosure } from '#renderer/ui/disclosure.tsx';

const useStyles = makeStyles({
  text: { margin: `${tokens.spacingVerticalXS} 0`, color: tokens.colorNeutralForeground3, textWrap: 'pretty' },
  list: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
  },
});

/** Fields that the service sends and nobody here knows, each with how often it was met. */
export function UnknownFields({ fields }: { readonly fields: Readonly<Record<string, number>> }) {
  const t = useT('sync.unknownFields');
  const styles = useStyles();
  const met = Object.entries(fields).sort(([one, a], [other, b]) => b - a || one.localeCompare(other, 'en'));
  return (
    <Disclosure label={t('show', { count: met.length })}>
      <p className={styles.text}>{t('text')}</p>
      <ul className={styles.list}>
        {met.map(([field, count]) => (
          <li key={field}>{t('line', { field, count })}</li>
        ))}
      </ul>
    </Disclosure>
  );
}
