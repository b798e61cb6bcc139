import { makeStyles, mergeClasses, Tooltip, tokens } from '@fluentui/react-components';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { useSourceName } from '#renderer/app/source-name.ts';
import type { Provenance as Origin } from '#shared/model/provenance.ts';

const useStyles = makeStyles({
  line: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** Says how we know a fact, from where and since when: "Observed · Partner Center · 3 days ago". */
export function useProvenanceLine(): (of: Origin) => string {
  const t = useT();
  const format = useFormat();
  const sourceName = useSourceName();
  return ({ basis, source, asOf }) =>
    t('window.provenance.line', {
      basis: t(`terms.basis.${basis}`),
      source: sourceName(source),
      when: format.relative(asOf),
    });
}

/** The provenance of a fact; what its basis means and the exact instant stand in the tooltip. */
export function Provenance({ of, className }: { readonly of: Origin; readonly className?: string }) {
  const t = useT();
  const format = useFormat();
  const line = useProvenanceLine();
  const styles = useStyles();
  const meaning = t(`terms.basisMeanings.${of.basis}`);
  const hint = t('window.provenance.hint', { meaning, time: format.dateTime(of.asOf) });
  return (
    <Tooltip content={hint} relationship="description" withArrow>
      <span className={mergeClasses(styles.line, className)}>{line(of)}</span>
    </Tooltip>
  );
}
