import { makeStyles, tokens } from '@fluentui/react-components';
import { EyeRegular, TaskListLtrRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useProfile } from '#renderer/app/partners.ts';
import type { CustomerId, SubscriptionId } from '#shared/model/ids.ts';
import type { Capability } from '#shared/model/policy.ts';
import type { Subscription } from '#shared/model/subscription.ts';
import type { TraceStep } from '#shared/model/trace.ts';
import type { Change } from '#shared/model/what-if.ts';
import { InviteFrom } from './invite-from.tsx';
import { ListPart } from './list-part.tsx';
import { MissingPart } from './missing-part.tsx';
import { RulesPart } from './rules-part.tsx';
import type { Case } from './seen.ts';
import { seenElsewhere } from './seen-at.ts';
import { SeenList } from './seen-list.tsx';
import { TraceChain } from './trace-chain.tsx';
import { Verdict } from './verdict.tsx';
import { WaysOn } from './ways-on.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    containerType: 'inline-size',
  },
  // It may come to nothing.
  invite: { ':empty': { display: 'none' } },
});

const NOTHING: readonly Change[] = [];

interface Props {
  /** An answer of the policy, with the question it was given to. */
  readonly of: Capability;
  readonly customer: CustomerId;
  /** The subscription that was asked about, unless it was the customer itself. */
  readonly subscription?: SubscriptionId | undefined;
  /** What the answer supposes: then nothing is shown of what the records say. */
  readonly supposed?: readonly Change[];
}

/**
 * Why the policy answers as it does: where the chain breaks and by which rule, each link with what was seen there, what
 * would change the answer, and the rules that took part with their sources.
 */
export function Explanation({ of: answer, customer, subscription, supposed: changes = NOTHING }: Props) {
  const t = useT();
  const styles = useStyles();
  const supposed = changes.length > 0;
  const about = useCase(answer, customer, subscription, changes);
  const trace = useTrace(answer, customer, subscription, changes);
  const { context } = answer;
  // The sentence that matters most comes first and must not change while it is read.
  if (!about || trace === null) return null;
  const elsewhere = supposed ? [] : seenElsewhere(context, trace, about);
  return (
    <div className={styles.root}>
      <Verdict about={about} context={context} supposed={supposed} trace={trace} />
      {trace.length > 0 && <TraceChain about={about} supposed={supposed} trace={trace} />}
      <ListPart icon={<EyeRegular />} title={t('explain.alsoSeen')}>
        {elsewhere.length > 0 && (
          <li>
            <SeenList of={elsewhere} />
          </li>
        )}
      </ListPart>
      <MissingPart about={about} missing={context.missing} namesOnly={supposed} />
      <WaysOn about={about} of={answer} supposed={supposed} />
      {!supposed && context.remedies.length === 0 && (
        <div className={styles.invite}>
          <InviteFrom answer={answer} customer={customer} />
        </div>
      )}
      <ListPart icon={<TaskListLtrRegular />} title={t('dossier.explanation.obligations')}>
        {context.obligations.map((obligation) => (
          <li key={obligation}>{t(`terms.obligations.${obligation}`)}</li>
        ))}
      </ListPart>
      <RulesPart of={answer} />
    </div>
  );
}

/** What the window knows of the question; `null` until it does. */
function useCase(
  asked: Capability,
  customer: CustomerId,
  subscription: SubscriptionId | undefined,
  changes: readonly Change[],
): Case | null {
  const profile = useProfile();
  const { data: dossier } = useQuery(orpc.customers.get.queryOptions({ input: { id: customer } }));
  if (!(dossier && profile)) return null;
  const found = dossier.subscriptions.find(({ id }) => id === subscription) ?? null;
  return { dossier, profile, subscription: found && withChannel(found, changes), asked };
}

/** Who is to be asked hangs on the channel: on the supposed one, where one is supposed. */
function withChannel(subscription: Subscription, changes: readonly Change[]): Subscription {
  const supposed = changes.findLast((one) => one.change === 'channel' && one.subscription === subscription.id);
  if (supposed?.change !== 'channel') return subscription;
  return { ...subscription, channel: { ...subscription.channel, value: supposed.channel } };
}

/** The chain behind an answer; empty where there is none to be had, `null` until it is known. */
function useTrace(
  { action, context, properties }: Capability,
  customer: CustomerId,
  subscription: SubscriptionId | undefined,
  changes: readonly Change[],
): readonly TraceStep[] | null {
  const { data, isError } = useQuery(
    orpc.policy.explain.queryOptions({
      input: {
        customer,
        action,
        properties,
        ...(subscription === undefined ? {} : { subscription }),
        ...(changes.length === 0 ? {} : { changes: [...changes] }),
      },
    }),
  );
  if (isError) return [];
  if (!data) return null;
  // The clock may have passed the end of a delegation since the answer was given: its chain is then of another answer.
  const { outcome, rule } = data.answer.context;
  return outcome === context.outcome && rule === context.rule ? data.trace : [];
}
