import { useFormat, useT } from '#renderer/app/i18n.tsx';
import type { LinkState, TraceStep } from '#shared/model/trace.ts';

/** Says of a chain at which links it breaks, else which are not known, else that every one holds. */
export function useChainCaption(): (trace: readonly TraceStep[]) => string {
  const t = useT('explain');
  const format = useFormat();
  return (trace) => {
    const at = (state: LinkState) => trace.filter((step) => step.state === state);
    const told = (steps: readonly TraceStep[]) => ({
      count: steps.length,
      links: format.list(steps.map(({ link }) => t(`links.${link}`))),
    });
    const [broken, unknown] = [at('broken'), at('unknown')];
    if (broken.length > 0) return t('verdict.broken', told(broken));
    if (unknown.length === 0) return t('verdict.holds');
    const silent = unknown.every(({ missing }) => missing.length === 0);
    return t(silent ? 'verdict.silent' : 'verdict.unknown', told(unknown));
  };
}
