import { createTranslator, type MessageKeys, type NestedKeyOf } from 'use-intl/core';
import { InvitationStatus, type Language } from '#shared/model/invitation.ts';
import { Fault } from '#shared/model/misfit.ts';
import type { Remedy } from '#shared/model/policy.ts';
import type { Problem } from '#shared/model/problem.ts';
import { Channel } from '#shared/model/subscription.ts';
import { MESSAGES, type Messages } from './index.ts';

type KeyOf<Tree> = MessageKeys<Tree, NestedKeyOf<Tree>>;

/** A problem as one sentence. Channels, states of invitations and faults are named, and what a rule refused is said in the rule's own words. */
export function problemSentence({ key, values }: Problem, language: Language): string {
  const messages = MESSAGES[language];
  const say = createTranslator({ locale: language, messages: messages.problems });
  const { rule } = values;
  const statement = typeof rule === 'string' && isRule(rule) ? { statement: messages.rules[rule].statement } : {};
  const named = Channel.safeParse(values.channel);
  const channel = named.success ? { channel: messages.terms.channels[named.data] } : {};
  const statuses = Object.fromEntries(
    (['statusNow', 'statusNext'] as const).flatMap((name) => {
      const status = InvitationStatus.safeParse(values[name]);
      return status.success ? [[name, messages.terms.invitationStatus[status.data]]] : [];
    }),
  );
  const fault = Fault.safeParse(values.fault);
  const reason = fault.success ? { reason: faultPhrase(fault.data, String(values.choices ?? ''), language) } : {};
  return isKey(MESSAGES.en.problems, key)
    ? say(key, { ...values, ...statement, ...channel, ...statuses, ...reason })
    : key;
}

/** What is wrong with a field, as the predicate of a sentence about it. */
export function faultPhrase(fault: Fault, choices: string, language: Language): string {
  return createTranslator({ locale: language, messages: MESSAGES[language].problems.faults })(fault, { choices });
}

/** What would change an answer, as one sentence; an action that the catalogue does not know stands for itself. */
export function remedyPhrase({ action, kind }: Pick<Remedy, 'action' | 'kind'>, language: Language): string {
  const say = createTranslator({ locale: language, messages: MESSAGES[language].terms.remedies });
  const key = kind ? `${action}-${kind}` : action;
  return isKey(MESSAGES.en.terms.remedies, key) ? say(key) : action;
}

/** Why a row was not taken, as one sentence. */
export function rejectionSentence({ key, values }: Pick<Problem, 'key' | 'values'>, language: Language): string {
  const say = createTranslator({ locale: language, messages: MESSAGES[language].rejections });
  return isKey(MESSAGES.en.rejections, key) ? say(key, values) : key;
}

const isRule = (rule: string): rule is keyof Messages['rules'] => Object.hasOwn(MESSAGES.en.rules, rule);

/** Whether a dotted key that came as data leads to a message. */
function isKey<Tree extends object>(tree: Tree, key: string): key is KeyOf<Tree> & string {
  let place: unknown = tree;
  for (const step of key.split('.')) {
    if (typeof place !== 'object' || place === null || !Object.hasOwn(place, step)) return false;
    place = Object.entries(place).find(([name]) => name === step)?.[1];
  }
  return typeof place === 'string';
}
