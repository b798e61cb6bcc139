import { useMemo } from 'react';
import type { MessageKeys, NestedKeyOf } from 'use-intl';
import { useT } from '#renderer/app/i18n.tsx';
import { MESSAGES, type Messages } from '#shared/locales/index.ts';
import type { ActionName, Remedy } from '#shared/model/policy.ts';
import { factName } from './fact-name.ts';

type Rules = Messages['rules'];
/** The rules that have a note. */
type NotedRule = { [Id in keyof Rules]: Rules[Id] extends { note: string } ? Id : never }[keyof Rules];
type Remedies = Messages['terms']['remedies'];
type RemedyKey = MessageKeys<Remedies, NestedKeyOf<Remedies>>;
type Facts = Messages['terms']['facts'];
type DirectoryRoles = Messages['terms']['directoryRoles'];
type Relationships = Messages['dossier']['relationships'];

/** Whether a catalogue has a message (not a branch) at a dotted path. */
function speaks(tree: unknown, path: string): boolean {
  let at = tree;
  for (const step of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return false;
    at = Reflect.get(at, step);
  }
  return typeof at === 'string';
}

const isRule = (id: string): id is keyof Rules => Object.hasOwn(MESSAGES.en.rules, id);
const isNotedRule = (id: string): id is NotedRule => isRule(id) && 'note' in MESSAGES.en.rules[id];
const isRemedy = (action: string): action is RemedyKey => speaks(MESSAGES.en.terms.remedies, action);
const isFact = (name: string): name is keyof Facts => Object.hasOwn(MESSAGES.en.terms.facts, name);
const isDirectoryRole = (id: string): id is keyof DirectoryRoles => Object.hasOwn(MESSAGES.en.terms.directoryRoles, id);
const isRelationship = (word: string): word is keyof Relationships =>
  Object.hasOwn(MESSAGES.en.dossier.relationships, word);

/** The staff matrix speaks of every act; its sources differ on who may make requests, and on nothing else. */
const concerns = (id: NotedRule, asked: ActionName): boolean =>
  id !== 'R08' || asked === 'delegation.request' || asked.startsWith('invitation.');

/** Text for the ids that the main side speaks in; an id that the catalogue does not know stands for itself. */
export interface Words {
  readonly ruleName: (id: string) => string;
  readonly ruleStatement: (id: string) => string | null;
  /**
   * Where the sources behind a rule are silent or disagree; `null` where they are of one mind, at least on the act that
   * was asked about.
   */
  readonly ruleNote: (id: string, asked?: ActionName) => string | null;
  readonly remedy: (remedy: Pick<Remedy, 'action' | 'kind'>) => string;
  /** A missing fact, named by its property path. */
  readonly fact: (path: string) => string;
  /** A directory role by its definition id. */
  readonly role: (id: string) => string;
  /** Partner Center's word for the commercial tie. */
  readonly relationship: (word: string) => string;
}

export function useWords(): Words {
  const t = useT();
  return useMemo(
    () => ({
      ruleName: (id) => (isRule(id) ? t(`rules.${id}.name`) : id),
      ruleStatement: (id) => (isRule(id) ? t(`rules.${id}.statement`) : null),
      ruleNote: (id, asked) =>
        isNotedRule(id) && (asked === undefined || concerns(id, asked)) ? t(`rules.${id}.note`) : null,
      remedy: ({ action, kind }) => {
        const key = kind ? `${action}-${kind}` : action;
        return isRemedy(key) ? t(`terms.remedies.${key}`) : action;
      },
      fact: (path) => {
        const name = factName(path);
        return isFact(name) ? t(`terms.facts.${name}`) : path;
      },
      role: (id) => (isDirectoryRole(id) ? t(`terms.directoryRoles.${id}`) : id),
      relationship: (word) => {
        const known = word.toLowerCase();
        return isRelationship(known) ? t(`dossier.relationships.${known}`) : word;
      },
    }),
    [t],
  );
}
