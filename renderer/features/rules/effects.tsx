import { makeStyles, tokens } from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';
import { OutcomeMark } from '#renderer/ui/outcome-mark.tsx';
import { Outcome } from '#shared/model/policy.ts';

const useStyles = makeStyles({
  // A place for each answer, so that like stands below like from rule to rule.
  places: { display: 'grid', gridTemplateColumns: 'repeat(3, 22px)', alignItems: 'center' },
  place: { display: 'flex' },
  words: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  lead: { color: tokens.colorNeutralForeground2 },
});

/** The answers that a rule can bring about, as marks; each at its own place. */
export function Effects({ of: effects }: { readonly of: readonly Outcome[] }) {
  const t = useT('ruleBrowser');
  const styles = useStyles();
  return (
    <span className={styles.places}>
      {Outcome.options.map((outcome) => (
        <span className={styles.place} key={outcome}>
          {effects.includes(outcome) && <OutcomeMark iconOnly label={t('canAnswer')} outcome={outcome} outlined />}
        </span>
      ))}
    </span>
  );
}

/** The same in words: "Can answer Yes No". */
export function EffectsInWords({ of: effects }: { readonly of: readonly Outcome[] }) {
  const t = useT('ruleBrowser');
  const styles = useStyles();
  return (
    <span className={styles.words}>
      <span className={styles.lead}>{t('canAnswer')}</span>
      {Outcome.options
        .filter((outcome) => effects.includes(outcome))
        .map((outcome) => (
          <OutcomeMark key={outcome} outcome={outcome} outlined />
        ))}
    </span>
  );
}
