import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useProfile } from '#renderer/app/partners.ts';
import { type InviteStart, useView } from '#renderer/app/view.ts';
import { Explanation } from '#renderer/features/policy/explanation.tsx';
import { DialogFrame } from '#renderer/ui/dialog-frame.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import type { Dossier } from '#shared/model/dossier.ts';
import type { CustomerId, InvitationId } from '#shared/model/ids.ts';
import type { Invitation } from '#shared/model/invitation.ts';
import { AskProvider } from './ask-provider.tsx';
import type { Exported as ExportedInvitation } from './carry-out.ts';
import { Composer } from './composer.tsx';
import { Exported } from './exported.tsx';
import { FlowChoice } from './flow-choice.tsx';
import { NoLinks } from './no-links.tsx';
import { NotOpen } from './not-open.tsx';
import { flowOf, noDraft } from './saved-draft.ts';
import { type Flow, isPassable, type Way, waysOf } from './ways.ts';

const useStyles = makeStyles({
  surface: { width: '1120px' },
  name: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular, overflowWrap: 'anywhere' },
  // As tall as there is room: nothing jumps when the mail appears.
  tall: { height: 'min(720px, calc(100vh - 150px))' },
  part: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, rowGap: tokens.spacingVerticalM },
  away: { display: 'none' },
  why: { overflowY: 'auto', flexGrow: 1, minHeight: 0 },
  back: { alignSelf: 'flex-end', flexShrink: 0 },
});

interface Props extends InviteStart {
  readonly customer: CustomerId;
}

/** Prepares an invitation for a customer: first which of the ways are open to us, then the mail, then the draft. */
export function InviteDialog({ customer, flow, received, draft }: Props) {
  const t = useT();
  const styles = useStyles();
  const { closeDialog } = useView();
  const dossier = useQuery({
    ...orpc.customers.get.queryOptions({ input: { id: customer } }),
    // A draft is continued as it is, not as it was when somebody looked last.
    ...(draft !== undefined && { staleTime: 0 }),
  });
  const us = useProfile()?.partner.tenantId;
  const flows = useQuery(orpc.invitations.flows.queryOptions({ input: { customer } }));
  const [picked, setPicked] = useState<Flow | null>(flow ?? null);
  const [working, setWorking] = useState(true);
  const error = dossier.error ?? flows.error;
  const retry = () => void Promise.all([dossier.refetch(), flows.refetch()]);
  const waiting = draft !== undefined && !dossier.isFetchedAfterMount;
  const saved = dossier.data?.invitations.find(({ id, status }) => id === draft && status === 'drafted') ?? null;
  const ways = flows.data && !waiting && us !== undefined ? waysOf(flows.data) : undefined;
  const wanted = picked ?? (saved && us !== undefined ? flowOf(saved, us) : null);
  const way = ways && (ways.find((one) => one.flow === wanted) ?? ways[0]);
  const shown = way?.flow ?? flow ?? 'create';
  return (
    <DialogFrame
      closeLabel={t('inviting.close')}
      contentClass={!error && working && way && isPassable(way) && styles.tall}
      onClose={closeDialog}
      surfaceClass={styles.surface}
      title={
        <>
          <Title flow={shown} />{' '}
          {dossier.data && (
            <Text className={styles.name}>
              {t('inviting.forCustomer', { name: dossier.data.name.value })}
              {saved && ` · ${t('composer.draft.of', { reference: saved.id })}`}
            </Text>
          )}
        </>
      }
    >
      {error && <ErrorState compact error={error} onRetry={retry} />}
      {!error && !(dossier.data && ways) && <Loading rows={4} />}
      {dossier.data && ways && way && (
        <Inviting
          continued={draft ?? null}
          customer={dossier.data}
          onPick={setPicked}
          onWorking={setWorking}
          received={received ?? null}
          saved={saved}
          way={way}
          ways={ways}
        />
      )}
    </DialogFrame>
  );
}

function Title({ flow }: { readonly flow: Flow }) {
  const t = useT();
  if (flow === 'create') return t('inviting.title');
  return flow === 'gdap' ? t('inviting.gdap.title') : t(`composer.titles.${flow}`);
}

interface InvitingProps {
  readonly customer: Dossier;
  readonly ways: readonly Way[];
  readonly way: Way;
  readonly received: InvitationId | null;
  /** The draft that was to be continued. */
  readonly continued: InvitationId | null;
  readonly saved: Invitation | null;
  readonly onPick: (flow: Flow) => void;
  /** Whether there is still something to fill in. */
  readonly onWorking: (working: boolean) => void;
}

function Inviting({ customer, ways, way, received, continued, saved, onPick, onWorking }: InvitingProps) {
  const t = useT('composer.ways');
  const styles = useStyles();
  const { closeDialog } = useView();
  const [explained, setExplained] = useState<Flow | null>(null);
  const [exported, setExported] = useState<ExportedInvitation | null>(null);
  const [again, setAgain] = useState(false);
  // As it was when the dialog opened: that its export ends the draft is no surprise.
  const [ended] = useState(() => (saved === null && continued !== null ? noDraft(customer, continued) : null));
  const end = (done: ExportedInvitation | null) => {
    setExported(done);
    onWorking(done === null);
    // What is no longer a draft must not change the way of its own accord.
    onPick(way.flow);
    if (done === null) setAgain(true);
  };
  if (ended) return <ErrorState compact error={ended} />;
  if (exported) {
    return <Exported customer={customer} exported={exported} onAnother={() => end(null)} onClose={closeDialog} />;
  }
  const why = ways.find(({ flow }) => flow === explained)?.answer;
  return (
    <>
      <FlowChoice
        chosen={isPassable(way) ? way.flow : null}
        explained={explained}
        onChoose={(flow) => {
          setExplained(null);
          onPick(flow);
        }}
        onWhy={setExplained}
        ways={ways}
      />
      {why && (
        <>
          <div className={styles.why}>
            <Explanation customer={customer.id} of={why} />
          </div>
          <Button className={styles.back} icon={<ArrowLeftRegular />} onClick={() => setExplained(null)}>
            {t('back')}
          </Button>
        </>
      )}
      {/* What was typed stays while an answer is explained. */}
      <div className={mergeClasses(styles.part, !isPassable(way) && styles.why, why ? styles.away : undefined)}>
        {!isPassable(way) && way.answer ? (
          <NotOpen
            customer={customer.id}
            decision={way.answer}
            kind={way.flow === 'gdap' ? 'gdap' : 'reseller'}
            onClose={closeDialog}
          />
        ) : way.flow === 'ask-provider' ? (
          <AskProvider customer={customer} onCancel={closeDialog} />
        ) : way.flow === 'forward' && way.received.length === 0 ? (
          <NoLinks
            customer={customer.id}
            onAsk={ways.some(({ flow }) => flow === 'ask-provider') ? () => onPick('ask-provider') : null}
          />
        ) : (
          <Composer
            customer={customer}
            focusLink={again}
            onCancel={closeDialog}
            onExported={end}
            received={received}
            saved={saved}
            way={way}
          />
        )}
      </div>
    </>
  );
}
