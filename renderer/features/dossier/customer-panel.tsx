import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';
import { usePartnerName } from '#renderer/app/partners.ts';
import { useWords } from '#renderer/features/policy/words.ts';
import { FactList } from '#renderer/ui/fact-list.tsx';
import type { Dossier } from '#shared/model/dossier.ts';
import { AnswersSection } from './answers-section.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXL },
  facts: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  title: { margin: 0 },
});

/** The customer as a whole: relationships with us and others, and what we may do at this level. */
export function CustomerPanel({ dossier }: { readonly dossier: Dossier }) {
  const t = useT('dossier.facts');
  const styles = useStyles();
  const words = useWords();
  const partnerName = usePartnerName();
  const { name, domain, relationship, delegatedAccess, resellers } = dossier;
  return (
    <div className={styles.root}>
      <AnswersSection customer={dossier.id} />
      <section aria-label={t('title')} className={styles.facts}>
        <Subtitle2 as="h3" className={styles.title}>
          {t('title')}
        </Subtitle2>
        <FactList
          facts={[
            { label: t('name'), value: name.value, provenance: name },
            { label: t('domain'), value: domain?.value ?? null, provenance: domain },
            {
              label: t('relationship'),
              value: relationship && words.relationship(relationship.value),
              provenance: relationship,
            },
            {
              label: t('delegatedAccess'),
              value: delegatedAccess && t(delegatedAccess.value ? 'on' : 'off'),
              provenance: delegatedAccess,
            },
            ...(resellers.length === 0 ? [{ label: t('resellers'), value: t('noResellers') }] : []),
            ...resellers.map(({ partner, via, provenance }) => ({
              label: t('resellers'),
              value:
                via === null
                  ? partnerName(partner)
                  : t('via', { partner: partnerName(partner), provider: partnerName(via) }),
              provenance,
            })),
          ]}
        />
      </section>
    </div>
  );
}
