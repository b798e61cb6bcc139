import { Button, makeStyles, Subtitle1, Tooltip, tokens, useRestoreFocusTarget } from '@fluentui/react-components';
import { DismissRegular, MailAddRegular, MailProhibitedRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useView } from '#renderer/app/view.ts';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import { OutcomeMark } from '#renderer/ui/outcome-mark.tsx';
import { Provenance } from '#renderer/ui/provenance.tsx';
import type { Dossier } from '#shared/model/dossier.ts';
import { useWords } from './words.ts';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXXS,
  },
  top: { display: 'flex', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalS },
  name: {
    margin: 0,
    flexGrow: 1,
    minWidth: 0,
    overflowWrap: 'anywhere',
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: '2',
    overflow: 'hidden',
  },
  below: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    paddingRight: tokens.spacingHorizontalXS,
  },
  lines: { minWidth: 0, flexGrow: 1, flexBasis: '300px' },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  id: { display: 'inline-flex', alignItems: 'center', whiteSpace: 'nowrap' },
  guid: { fontFamily: tokens.fontFamilyMonospace, userSelect: 'all' },
  why: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
});

/** The head of a dossier: whose it is, by what authority we say so, and the way to an invitation. */
export function DossierHeader({ dossier }: { readonly dossier: Dossier }) {
  const t = useT('dossier');
  const styles = useStyles();
  const words = useWords();
  const why = useId();
  const restoreFocus = useRestoreFocusTarget();
  const { closeCustomer, openInvite } = useView();
  const { data: decision } = useQuery(orpc.invitations.eligibility.queryOptions({ input: { customer: dossier.id } }));
  const outcome = decision?.context.outcome;
  const allowed = outcome === undefined || outcome === 'allow';
  const rule =
    decision && t('answers.ruleAndName', { rule: decision.context.rule, name: words.ruleName(decision.context.rule) });
  return (
    <header className={styles.root}>
      <div className={styles.top}>
        <Subtitle1 as="h2" className={styles.name} title={dossier.name.value}>
          {dossier.name.value}
        </Subtitle1>
        <Tooltip content={t('close')} relationship="label" withArrow>
          <Button appearance="subtle" icon={<DismissRegular />} onClick={closeCustomer} />
        </Tooltip>
      </div>
      <div className={styles.below}>
        <div className={styles.lines}>
          <div className={styles.line}>
            <span>{dossier.domain?.value ?? t('header.noDomain')}</span>
            <span aria-hidden="true">·</span>
            <span>
              {dossier.relationship ? words.relationship(dossier.relationship.value) : t('header.relationshipUnknown')}
            </span>
          </div>
          <div className={styles.line}>
            <span className={styles.id}>
              <span className={styles.guid} title={t('header.tenantId')}>
                {dossier.id}
              </span>
              <CopyButton label={t('copy.tenantId')} text={dossier.id} />
            </span>
          </div>
          <div className={styles.line}>
            <Provenance of={dossier.name} />
            {!allowed && decision && (
              <span className={styles.why} id={why}>
                <OutcomeMark iconOnly outcome={decision.context.outcome} />
                {outcome === 'deny'
                  ? t('header.mayNotInvite', { rule: rule ?? '' })
                  : t('header.cannotTellInvite', { rule: rule ?? '' })}
              </span>
            )}
          </div>
        </div>
        <Button
          appearance={allowed ? 'primary' : 'secondary'}
          {...(allowed ? {} : { 'aria-describedby': why })}
          icon={allowed ? <MailAddRegular /> : <MailProhibitedRegular />}
          onClick={() => openInvite(dossier.id)}
          {...restoreFocus}
        >
          {t('header.prepareInvitation')}
        </Button>
      </div>
    </header>
  );
}
