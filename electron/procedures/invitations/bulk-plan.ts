import type { z } from 'zod';
import { inSlices } from '#electron/directory/slices.ts';
import { readRecipient } from '#electron/invitations/address.ts';
import { type AddressList, readAddressList } from '#electron/invitations/address-list.ts';
import { type Open, openWorkspace, type Session } from '#electron/procedures/session.ts';
import type { BulkRequest, BulkRow } from '#shared/contract/invitations.ts';
import { pickLanguage } from '#shared/locales/index.ts';
import { likelyLanguage } from '#shared/model/customer-language.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { InvitationId } from '#shared/model/ids.ts';
import { isOpen, isOut, type Language } from '#shared/model/invitation.ts';
import { type Problem, ProblemError } from '#shared/model/problem.ts';
import { answerOn, type DraftLink, draftLink, linkObstacle, refusal } from './draft-link.ts';
import { type Prepared, prepareMail, UNWRITTEN } from './prepare.ts';
import { type ChosenWords, chosenWords } from './words.ts';

type Request = z.output<typeof BulkRequest>;

/** Variables that may have no value for one customer or another. */
const UNCERTAIN = /[{｛]\s*(?:domain|mpnId|duration|roles)\s*[}｝]/u;

/** A bulk export before anything is written: the link, the addresses, and each customer judged when asked for. */
export class BulkPlan {
  readonly link: DraftLink;
  readonly badAddresses: AddressList['bad'];
  readonly #session: Session;
  readonly #request: Request;
  readonly #addresses: AddressList['addresses'];
  /** The language that a customer gets whose name does not tell. */
  readonly #window: Language;
  readonly #words = new Map<Language, ChosenWords | Problem>();

  private constructor(session: Session, request: Request, { addresses, bad }: AddressList) {
    const { locale, settings } = session.options;
    this.#session = session;
    this.#request = request;
    this.link = draftLink(session, request.source);
    this.badAddresses = bad;
    this.#addresses = addresses;
    this.#window = settings.get().language ?? pickLanguage(locale === null ? [] : [locale]);
  }

  static async make(session: Session, request: Request): Promise<BulkPlan> {
    const addresses = await readAddressList(request.addresses, openWorkspace(session).directory.named());
    return new BulkPlan(session, request, addresses);
  }

  /** Every customer's row, in the order asked for; a customer named twice has one. */
  async rows(): Promise<BulkRow[]> {
    const workspace = openWorkspace(this.#session);
    const rows: BulkRow[] = [];
    await inSlices(new Set(this.#request.customers), (customer) => {
      rows.push(this.row(workspace, workspace.directory.dossier(customer)));
    });
    return rows;
  }

  /** May this customer be written to now, where, and in which language. */
  row(workspace: Open, dossier: Dossier): BulkRow {
    const answer = answerOn(workspace, dossier, this.link);
    const corrected = this.#request.corrections[dossier.id];
    const given = corrected === undefined ? this.#addresses.get(dossier.id) : orProblem(() => readRecipient(corrected));
    const faulty = typeof given === 'object';
    const to = (faulty ? corrected : given) ?? null;
    const language = this.#languageOf(dossier);
    return {
      customer: dossier.id,
      customerName: dossier.name.value,
      to,
      language,
      answer,
      problem: this.#problemOf(workspace, dossier, to, language) ?? (faulty ? given : null),
    };
  }

  /** The invitation of a row that nothing stands in the way of; otherwise the problem. */
  prepare(workspace: Open, dossier: Dossier, nextReference: () => InvitationId): Prepared | Problem {
    const { answer, language, problem, to } = this.row(workspace, dossier);
    const obstacle = refusal(answer) ?? problem;
    if (obstacle) return obstacle;
    const words = this.#wordsIn(language);
    if ('key' in words) return words;
    const reference = nextReference();
    return prepareMail(workspace, { dossier, link: this.link, to: to ?? '', language, reference }, words);
  }

  #problemOf(workspace: Open, dossier: Dossier, to: string | null, language: Language): Problem | null {
    const { kind, link, owner } = this.link;
    const customer = dossier.name.value;
    const obstacle = linkObstacle(workspace, dossier, this.link);
    if (obstacle) return obstacle;
    if (kind === 'gdap' && !owner && new Set(this.#request.customers).size > 1) {
      return { kind: 'refused', key: 'bulkOneCustomer', values: {} };
    }
    const open = dossier.invitations.filter((one) => one.kind === kind && isOpen(one));
    const written = open.filter(isOut);
    const same = written.find((one) => one.link === link);
    if (same) return { kind: 'refused', key: ALREADY, values: { customer, invitation: same.id } };
    const [other] = written;
    if (other) return { kind: 'refused', key: 'bulkOpen', values: { customer, invitation: other.id } };
    // Somebody is still at work on this customer's own mail, and nothing of it was written to anybody yet.
    const [drafted] = open;
    if (drafted) return { kind: 'refused', key: 'bulkDrafted', values: { customer, invitation: drafted.id } };
    if (to === null) return { kind: 'bad-input', key: 'bulkNoAddress', values: { customer } };
    return this.#problemOfWords(workspace, dossier, to, language);
  }

  #problemOfWords(workspace: Open, dossier: Dossier, to: string, language: Language): Problem | null {
    const chosen = this.#wordsIn(language);
    if ('key' in chosen) return chosen;
    const { paragraphs, subject } = chosen.words;
    if (![subject, ...(paragraphs ?? [])].some((text) => text !== null && UNCERTAIN.test(text))) return null;
    const mail = { dossier, link: this.link, to, language, reference: UNWRITTEN };
    const prepared = orProblem(() => prepareMail(workspace, mail, chosen));
    return 'key' in prepared ? prepared : null;
  }

  /** Found once a language. */
  #wordsIn(language: Language): ChosenWords | Problem {
    const found = this.#words.get(language);
    if (found) return found;
    const words = orProblem(() => chosenWords(this.#session, this.#request.words, this.link.kind, language));
    this.#words.set(language, words);
    return words;
  }

  #languageOf({ domain, name }: Dossier): Language {
    const { language } = this.#request;
    if (language !== 'customer') return language;
    return likelyLanguage({ name: name.value, domain: domain?.value ?? null }, this.#window);
  }
}

/** The problem of a customer that has this very invitation already: it is left out, so that an export can go on. */
export const ALREADY = 'bulkAlready';

function orProblem<T>(work: () => T): T | Problem {
  try {
    return work();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
}
