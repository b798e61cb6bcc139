import { ServiceRefusal, wordsIn } from '#electron/network/service-refusal.ts';
import type { ServerWords } from '#shared/model/outbox.ts';
import type { Problem } from '#shared/model/problem.ts';

/** What a service's codes mean: Partner Center's numbers, and Graph's words in lowercase. */
const CODES: Readonly<Record<string, string>> = {
  '20002': 'outboxNoCommerce',
  '2055': 'outboxChanged',
  '800016': 'outboxNoReseller',
  '900150': 'outboxNoRights',
  accessdenied: 'outboxNoRights',
  authorization_requestdenied: 'outboxNoRights',
  forbidden: 'outboxNoRights',
  conflict: 'outboxConflict',
  nameconflict: 'outboxConflict',
  request_resourcenotfound: 'outboxNotFound',
  resourcenotfound: 'outboxNotFound',
  itemnotfound: 'outboxNotFound',
  notfound: 'outboxNotFound',
};

/** What a status means where the code says nothing that we know. */
const STATUSES: Readonly<Record<number, string>> = {
  403: 'outboxNoRights',
  404: 'outboxNotFound',
  409: 'outboxConflict',
  412: 'outboxChanged',
};

/** A service's no as a sentence in plain language, with its own words in it. */
export function refusalProblem(answer: ServerWords): Problem {
  const byCode = answer.code === null ? undefined : CODES[answer.code.toLowerCase()];
  const key = byCode ?? STATUSES[answer.status] ?? 'outboxRefused';
  return { kind: 'refused', key, values: wordsIn(answer) };
}

/** Whether what we edited had been changed since we read it. */
export const isStale = (error: unknown): error is ServiceRefusal =>
  error instanceof ServiceRefusal && (error.answer.status === 412 || error.answer.code === '2055');

/** Whether the service knows nothing of what we asked about. */
export const isUnknownThere = (error: unknown): error is ServiceRefusal =>
  error instanceof ServiceRefusal && error.answer.status === 404;

const SAYS_TAKEN = /\bunique\b|already\s+(?:exists|in\s+use|taken)|duplicate/iu;

/** Whether a new relationship was refused because one of this name exists: as a conflict, or as a bad request that says so. */
export const isNameTaken = (error: unknown): error is ServiceRefusal =>
  error instanceof ServiceRefusal &&
  (error.answer.status === 409 ||
    (error.answer.status === 400 && SAYS_TAKEN.test(`${error.answer.code ?? ''} ${error.answer.words}`)));
