import { MESSAGES } from '#shared/locales/index.ts';
import { remedyPhrase } from '#shared/locales/translator.ts';
import type { Decision, Remedy } from '#shared/model/policy.ts';

const { rules, terms } = MESSAGES.en;

/** An answer in one line: by which rule, what is not known, what would change it and who must do it, what it binds to. */
export function decisionLine({ context }: Decision): string {
  const { missing, obligations, outcome, remedies, rule } = context;
  return [
    `${outcome} by ${rule}: ${ruleName(rule)}`,
    ...(missing.length > 0 ? [`missing: ${missing.join(', ')}`] : []),
    ...(remedies.length > 0 ? [`what would change it: ${remedies.map(remedyWords).join(', or ')}`] : []),
    ...(obligations.length > 0
      ? [`bear in mind: ${obligations.map((one) => withoutStop(terms.obligations[one])).join(', ')}`]
      : []),
  ].join('; ');
}

/** What a rule is called; an id that the catalogue does not know stands for itself. */
export function ruleName(rule: string): string {
  const entry = Object.entries(rules).find(([id]) => id === rule);
  return entry?.[1].name ?? rule;
}

function remedyWords(remedy: Remedy): string {
  const who = terms.remedyBy[remedy.by];
  return `${withoutStop(remedyPhrase(remedy, 'en'))} (${who.charAt(0).toLowerCase()}${who.slice(1)}, ${remedy.rule})`;
}

const withoutStop = (sentence: string): string => sentence.replace(/\.$/, '');
