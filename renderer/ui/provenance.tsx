import { makeStyles, mergeClasses, Tooltip, tokens } from '@fluentui/react-components';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { useSourceName } from '#renderer/app/source-name.ts';
import type { Provenance as Origin } from '#shared/model/provenance.ts';

export { useSourceName };

const useStyles = makeStyles({
  line: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** How we know a fact, from where and since when: "Observed · Partner Center · 3 days ago". */
export function Provenance({ of, className }: { readonly of: Origin; readonly className?: string }) {
  const t = useT();
  const format = useFormat();
  const sourceName = useSourceName();
  const styles = useStyles();
  const meaning = t(`terms.basisMeanings.${of.basis}`);
  const hint = t('window.provenance.hint', { meaning, time: format.dateTime(of.asOf) });
  return (
    <Tooltip content={hint} relationship="description" withArrow>
      <span className={mergeClasses(styles.line, className)}>
        {t('window.provenance.line', {
          basis: t(`terms.basis.${of.basis}`),
          source: sourceName(of.source),
          when: format.relative(of.asOf),
        })}
      </span>
    </Tooltip>
  );
}
