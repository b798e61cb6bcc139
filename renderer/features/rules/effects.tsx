import { makeStyles, tokens } from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';
import { OutcomeIcon } from '#renderer/ui/outcome-mark.tsx';
import { UNSEEN } from '#renderer/ui/unseen.ts';
import { Outcome } from '#shared/model/policy.ts';

const useStyles = makeStyles({
  // A place for each answer, so that like stands below like from rule to rule.
  places: { display: 'grid', gridTemplateColumns: 'repeat(3, 22px)', alignItems: 'center' },
  place: { display: 'flex' },
  words: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  word: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS, whiteSpace: 'nowrap' },
  lead: { color: tokens.colorNeutralForeground2 },
  unseen: UNSEEN,
});

/** What a rule says, as marks; each at its own place. */
export function Effects({ of: effects }: { readonly of: readonly Outcome[] }) {
  const t = useT('ruleBrowser.says');
  const styles = useStyles();
  return (
    <span className={styles.places}>
      {Outcome.options.map((outcome) => (
        <span className={styles.place} key={outcome}>
          {effects.includes(outcome) && (
            <>
              <OutcomeIcon outcome={outcome} outlined />
              <span className={styles.unseen}>{t(outcome)}</span>
            </>
          )}
        </span>
      ))}
    </span>
  );
}

/** The same in words: "Says yes, no". Which answer it leaves open for want of a fact is no word of the rule's. */
export function EffectsInWords({ of: effects }: { readonly of: readonly Outcome[] }) {
  const t = useT('ruleBrowser.says');
  const styles = useStyles();
  return (
    <span className={styles.words}>
      <span className={styles.lead}>{t('lead')}</span>
      {Outcome.options
        .filter((outcome) => effects.includes(outcome))
        .map((outcome) => (
          <span className={styles.word} key={outcome}>
            <OutcomeIcon outcome={outcome} outlined />
            {t(outcome)}
          </span>
        ))}
    </span>
  );
}
