import { makeStyles, tokens } from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import type { LinkReading } from '#shared/contract/invitations.ts';

const useStyles = makeStyles({
  root: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  list: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    margin: `${tokens.spacingVerticalXS} 0 0`,
  },
  name: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere', maxWidth: '16ch' },
  value: {
    margin: 0,
    fontFamily: tokens.fontFamilyMonospace,
    overflowWrap: 'anywhere',
    userSelect: 'text',
    '@media (forced-colors: active)': { borderBottom: 'none' },
  },
});

/** The parameters of a link as written, for reading only: nothing in a link may be changed (R06). */
export function LinkParameters({ reading }: { readonly reading: LinkReading }) {
  const t = useT('composer.link');
  const styles = useStyles();
  if (reading.parameters.length === 0) return null;
  return (
    <div className={styles.root}>
      <Disclosure label={t('parameters', { count: reading.parameters.length })}>
        <dl className={styles.list}>
          {reading.parameters.map(({ name, value }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a link may name a parameter twice, and never changes
            <LinkParameter key={at} name={name} value={value} />
          ))}
        </dl>
      </Disclosure>
    </div>
  );
}

function LinkParameter({ name, value }: { readonly name: string; readonly value: string }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  );
}
