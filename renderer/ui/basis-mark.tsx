import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { EyeRegular, type FluentIcon, LightbulbRegular, PersonEditRegular } from '@fluentui/react-icons';
import { useT } from '#renderer/app/i18n.tsx';
import type { Basis } from '#shared/model/provenance.ts';

const useStyles = makeStyles({
  basis: { flexShrink: 0, display: 'flex', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  icon: { fontSize: tokens.fontSizeBase400 },
});

const ICONS: Record<Basis, FluentIcon> = {
  observed: EyeRegular,
  inferred: LightbulbRegular,
  declared: PersonEditRegular,
};

interface Props {
  readonly basis: Basis;
  /** Styles that show the icon, and hide the word from the eye alone, where there is no room for it. */
  readonly iconClass: string;
  readonly wordClass: string;
}

/** How a fact is known, as a word, or as an icon where room is short; what it means stands in the tooltip. */
export function BasisMark({ basis, iconClass, wordClass }: Props) {
  const t = useT('terms');
  const styles = useStyles();
  const Icon = ICONS[basis];
  const word = t(`basis.${basis}`);
  return (
    <span className={styles.basis} title={`${word}: ${t(`basisMeanings.${basis}`)}`}>
      <Icon aria-hidden="true" className={mergeClasses(styles.icon, iconClass)} />
      <span className={wordClass}>{word}</span>
    </span>
  );
}
