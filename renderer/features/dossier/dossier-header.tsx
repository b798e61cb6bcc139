import {
  Button,
  makeStyles,
  mergeClasses,
  Subtitle1,
  Tooltip,
  tokens,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { DismissRegular, MailAddRegular, MailProhibitedRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useView } from '#renderer/app/view.ts';
import { useWords } from '#renderer/features/policy/words.ts';
import { GoneBadge } from '#renderer/features/sync/gone-badge.tsx';
import { CustomerTags } from '#renderer/features/tags/customer-tags.tsx';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import { DotLine } from '#renderer/ui/dot-line.tsx';
import { OutcomeMark } from '#renderer/ui/outcome-mark.tsx';
import { Provenance, useProvenanceLine } from '#renderer/ui/provenance.tsx';
import type { Dossier } from '#shared/model/dossier.ts';
import { newestFact } from '#shared/model/newest-fact.ts';

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
    WebkitLineClamp: '3',
    overflow: 'hidden',
  },
  longName: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  button: { flexShrink: 0, whiteSpace: 'nowrap' },
  line: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  id: { display: 'inline-flex', alignItems: 'center', whiteSpace: 'nowrap' },
  guid: { fontFamily: tokens.fontFamilyMonospace, userSelect: 'all' },
  why: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
});

/** The head of a dossier: whose it is, by what authority we say so, and the way to an invitation. */
export function DossierHeader({ dossier }: { readonly dossier: Dossier }) {
  const t = useT('dossier');
  const styles = useStyles();
  const words = useWords();
  const why = useId();
  const restoreFocus = useRestoreFocusTarget();
  const provenanceLine = useProvenanceLine();
  const { closeCustomer, openInvite } = useView();
  const { name } = dossier;
  const { data: decision } = useQuery(orpc.invitations.eligibility.queryOptions({ input: { customer: dossier.id } }));
  const outcome = decision?.context.outcome;
  const allowed = outcome === undefined || outcome === 'allow';
  const rule =
    decision && t('answers.ruleAndName', { rule: decision.context.rule, name: words.ruleName(decision.context.rule) });
  return (
    <header className={styles.root}>
      <div className={styles.top}>
        <Subtitle1
          as="h2"
          className={mergeClasses(styles.name, isLong(name.value) && styles.longName)}
          title={[name.value, provenanceLine(name)].join('\n')}
        >
          {name.value}
        </Subtitle1>
        <Button
          appearance={allowed ? 'primary' : 'secondary'}
          className={styles.button}
          {...(allowed ? {} : { 'aria-describedby': why })}
          icon={allowed ? <MailAddRegular /> : <MailProhibitedRegular />}
          onClick={() => openInvite(dossier.id)}
          {...restoreFocus}
        >
          {t('header.prepareInvitation')}
        </Button>
        <Tooltip content={t('close')} relationship="label" withArrow>
          <Button appearance="subtle" className={styles.button} icon={<DismissRegular />} onClick={closeCustomer} />
        </Tooltip>
      </div>
      <DotLine className={styles.line}>
        {dossier.domain?.value ?? t('header.noDomain')}
        {dossier.relationship ? words.relationship(dossier.relationship.value) : t('header.relationshipUnknown')}
        <span className={styles.id}>
          <span className={styles.guid} title={t('header.tenantId')}>
            {dossier.id}
          </span>
          <CopyButton label={t('copy.tenantId')} text={dossier.id} />
        </span>
      </DotLine>
      <DotLine className={styles.line}>
        <Provenance of={newestFact(dossier)} />
        {dossier.goneUpstream && <GoneBadge gone={dossier.goneUpstream} what="customer" />}
      </DotLine>
      <CustomerTags dossier={dossier} />
      {!allowed && decision && (
        <div className={mergeClasses(styles.line, styles.why)} id={why}>
          <OutcomeMark iconOnly outcome={decision.context.outcome} />
          {outcome === 'deny'
            ? t('header.mayNotInvite', { rule: rule ?? '' })
            : t('header.cannotTellInvite', { rule: rule ?? '' })}
        </div>
      )}
    </header>
  );
}

/** A name of more than 40 letters, or half as many Chinese characters, is set smaller. */
function isLong(name: string): boolean {
  return [...name].reduce((width, letter) => width + (WIDE.test(letter) ? 2 : 1), 0) > 40;
}

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uFF01-\uFF60]/u;
