import { makeStyles, tokens } from '@fluentui/react-components';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { DotLine } from '#renderer/ui/dot-line.tsx';
import { Provenance } from '#renderer/ui/provenance.tsx';
import type { Dossier } from '#shared/model/dossier.ts';
import type { Invitation, InvitationStep } from '#shared/model/invitation.ts';
import { StatusIcon } from './status-mark.tsx';
import { useInvitationWords } from './use-words.ts';

/** Who takes a step that the facts show. */
const CONSOLE = 'console';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', rowGap: '2px' },
  step: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: tokens.spacingHorizontalXS },
  icon: { display: 'flex', height: tokens.lineHeightBase300, alignItems: 'center' },
  line: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
  name: { fontWeight: tokens.fontWeightSemibold },
  subtle: { color: tokens.colorNeutralForeground2 },
  evidence: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: 'anywhere' },
});

interface Props {
  readonly invitation: Invitation;
  readonly dossier: Dossier;
}

/** Everything that became of an invitation, in order: when, by whom, and by which evidence it was accepted. */
export function InvitationSteps({ invitation: { history }, dossier }: Props) {
  const styles = useStyles();
  return (
    <ol className={styles.list}>
      {history.map((step, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps are only added and taken away at the end
        <li className={styles.step} key={at}>
          <span className={styles.icon}>
            <StatusIcon status={step.status} />
          </span>
          <Step dossier={dossier} step={step} />
        </li>
      ))}
    </ol>
  );
}

function Step({ step, dossier }: { readonly step: InvitationStep; readonly dossier: Dossier }) {
  const t = useT();
  const format = useFormat();
  const words = useInvitationWords();
  const styles = useStyles();
  const { at, by, evidence, status } = step;
  const ofConsole = by === CONSOLE;
  return (
    <div>
      <DotLine className={styles.line}>
        <span className={styles.name}>{t(`terms.invitationStatus.${status}`)}</span>
        <time className={styles.subtle} dateTime={at} title={format.relative(at)}>
          {format.dateTime(at)}
        </time>
        <span className={styles.subtle}>
          {ofConsole ? t('pipeline.detail.byConsole') : t('pipeline.detail.by', { who: by })}
        </span>
      </DotLine>
      {status === 'accepted' && (
        <div className={styles.evidence}>
          {words.evidence(step, dossier)} {evidence && <Provenance of={evidence.provenance} />}
        </div>
      )}
    </div>
  );
}
