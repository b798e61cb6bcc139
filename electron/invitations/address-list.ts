import { domainToASCII } from 'node:url';
import type { NamedCustomer } from '#electron/directory/search.ts';
import { inSlices } from '#electron/directory/slices.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { type Problem, ProblemError } from '#shared/model/problem.ts';
import { readRecipient, readRecipients } from './address.ts';
import { oneLine } from './plain-text.ts';

/** Addresses by customer, and the lines that gave none. */
export interface AddressList {
  /** Recipient fields as `readRecipient` gives them. */
  readonly addresses: ReadonlyMap<CustomerId, string>;
  /** Lines are counted from 1. */
  readonly bad: readonly { readonly line: number; readonly problem: Problem }[];
}

/** Customers by what a line may call them; `several` where a name or domain is not one customer's alone. */
type Names = ReadonlyMap<string, CustomerId | 'several'>;

/** Control signs, and the sign for what could not be decoded: no name and no address holds one. */
const UNREADABLE = /(?!\s)\p{Cc}|\uFFFD/u;

const SEPARATORS = /[\t,;，；]/gu;

/**
 * Reads a list of addresses, one customer a line: its ID, domain or exact name, then a tab, comma or semicolon, then
 * its address or addresses. A line that holds addresses alone belongs to the customer whose domain they have. Good
 * lines are used whatever the others hold; several lines for a customer add up.
 */
export async function readAddressList(text: string, customers: Iterable<NamedCustomer>): Promise<AddressList> {
  const addresses = new Map<CustomerId, string>();
  const bad: { line: number; problem: Problem }[] = [];
  if (text.trim() === '') return { addresses, bad };
  const names = await namesOf(customers);
  const lines = text.replace(/^\uFEFF/u, '').split(/\r\n?|\n/u);
  await inSlices(lines.entries(), ([index, line]) => {
    if (line.trim() === '') return;
    try {
      if (UNREADABLE.test(line)) throw new ProblemError('bad-input', 'addressLineUnreadable');
      const { customer, to } = readLine(line, names);
      const before = addresses.get(customer);
      addresses.set(customer, readRecipient(before === undefined ? to : `${before}, ${to}`));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      bad.push({ line: index + 1, problem: error.problem });
    }
  });
  return { addresses, bad };
}

async function namesOf(customers: Iterable<NamedCustomer>): Promise<Names> {
  const names = new Map<string, CustomerId | 'several'>();
  const add = (name: string, id: CustomerId) => {
    const there = names.get(name);
    names.set(name, there === undefined || there === id ? id : 'several');
  };
  await inSlices(customers, ({ domain, id, name }) => {
    add(id, id);
    add(nameKey(name.value), id);
    if (domain && domain.value !== '') add(domainKey(domain.value), id);
  });
  return names;
}

/** The longest beginning that names a customer counts, for names hold commas too. */
function readLine(line: string, names: Names): { customer: CustomerId; to: string } {
  const places = [...line.matchAll(SEPARATORS)].map(({ index }) => index).reverse();
  for (const place of places) {
    const customer = customerOf(line.slice(0, place), names);
    if (!customer) continue;
    const to = unquoted(line.slice(place + 1));
    if (to.replace(SEPARATORS, '').trim() === '') throw refused('addressLineEmpty', unquoted(line.slice(0, place)));
    return { customer, to };
  }
  const [first = ''] = line.split(SEPARATORS, 1);
  if (customerOf(line, names)) throw refused('addressLineEmpty', unquoted(line));
  if (!first.includes('@')) throw refused('addressLineUnknown', unquoted(first));
  return { customer: ownerOf(unquoted(line), names), to: unquoted(line) };
}

/** Whose addresses stand alone on a line: the one customer whose domain they all have. */
function ownerOf(field: string, names: Names): CustomerId {
  const domains = new Set(
    readRecipients(field).map(({ address }) => domainKey(address.slice(address.lastIndexOf('@') + 1))),
  );
  const [domain = ''] = domains;
  const owner = domains.size === 1 ? names.get(domain) : undefined;
  if (owner === 'several') throw refused('addressLineAmbiguous', domain);
  if (!owner) throw new ProblemError('bad-input', 'addressLineDomain', { address: field });
  return owner;
}

function customerOf(written: string, names: Names): CustomerId | undefined {
  const name = unquoted(written);
  const found = names.get(nameKey(name)) ?? names.get(domainKey(name));
  if (found === 'several') throw refused('addressLineAmbiguous', name);
  return found;
}

/** A cell without the quotes that tables put around it. */
function unquoted(cell: string): string {
  const text = cell.trim();
  return /^".*"$/u.test(text) && !/[^"]"[^"]/u.test(text.slice(1, -1)) ? text.slice(1, -1).replaceAll('""', '"') : text;
}

const nameKey = (name: string): string => oneLine(name.normalize('NFC'));

/** IDs and domains know no letter case. */
const domainKey = (domain: string): string => domainToASCII(domain.trim()) || domain.trim().toLowerCase();

function refused(key: string, customer: string): ProblemError {
  return new ProblemError('bad-input', key, { customer: oneLine(customer) });
}
