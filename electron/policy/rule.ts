import type { Cloud, Program } from '#shared/model/partner.ts';
import type { ActionName, CustomerRole, Obligation, Remedy, RuleSource } from '#shared/model/policy.ts';
import type { Link } from '#shared/model/trace.ts';
import type { Condition, Question } from './question.ts';
import type { TracePart } from './trace-part.ts';

type RemedyOf = Omit<Remedy, 'rule'>;

/** Something that must hold, and what would make it hold where it doesn't. */
export interface Need {
  readonly holds: Condition;
  /** The link of the chain that it is; a need made of several links tells them itself. */
  readonly link: Link | ((question: Question) => readonly TracePart[]);
  readonly remedies?: readonly RemedyOf[];
}

/** What a rule says under which conditions; where they don't hold it says nothing. */
export type Clause =
  /** `link` is the one that is broken where nothing allows; none where another clause tells of it. */
  | {
      readonly says: 'allow';
      readonly when: readonly Condition[];
      readonly link?: Link;
      readonly obligations?: readonly Obligation[];
    }
  /** `link` is the one that it breaks. */
  | {
      readonly says: 'deny';
      readonly when: readonly Condition[];
      readonly link: Link;
      readonly remedies?: readonly RemedyOf[];
    }
  /** Nobody says: unknown, though no fact is missing. */
  | { readonly says: 'unknown'; readonly when: readonly Condition[]; readonly link: Link }
  /** Within these conditions each need that does not hold denies; if all do, it allows, or merely does not object. */
  | {
      readonly says: 'require';
      readonly within: readonly Condition[];
      readonly needs: readonly Need[];
      readonly allows: boolean;
      /** The link that the conditions stand for, where they are one. */
      readonly link?: Link;
      readonly obligations?: readonly Obligation[];
    }
  /** Adds a duty to whatever allows; allows nothing by itself. */
  | { readonly says: 'oblige'; readonly obligations: readonly Obligation[] };

/** One row of the rule table: which actions it speaks of, on which clouds, by which source, and what it says. */
export interface Rule {
  readonly id: string;
  readonly clouds: readonly Cloud[];
  readonly sources: readonly RuleSource[];
  readonly actions: readonly ActionName[];
  /** The kind of delegation that it speaks of, where it speaks of one. */
  readonly kind?: 'dap' | 'gdap';
  /** The programs of ours that it speaks of; absent where it speaks whatever our programs are. */
  readonly programs?: readonly Program[];
  /** The customer's roles that it asks for. */
  readonly customerRoles?: readonly CustomerRole[];
  readonly clauses: readonly Clause[];
}

export const BOTH: readonly Cloud[] = ['21vianet', 'global'];
