import { describe, expect, it } from 'vitest';
import { namesake } from '#renderer/features/invitations/bulk/namesake.ts';
import { type BulkColumn, canWrite, sortRows } from '#renderer/features/invitations/bulk/rows.ts';
import type { BulkRow } from '#shared/contract/invitations.ts';
import { TenantId } from '#shared/model/ids.ts';
import type { InvitationTemplate } from '#shared/model/invitation.ts';
import type { Outcome } from '#shared/model/policy.ts';
import { CUSTOMER } from '#test/unit/support/questions.ts';

const row = (customerName: string, to: string | null, outcome: Outcome, problem: string | null): BulkRow => ({
  customer: TenantId.parse(CUSTOMER),
  customerName,
  to,
  language: 'en',
  answer: {
    action: 'invitation.create',
    properties: {},
    decision: outcome === 'allow',
    context: {
      outcome,
      rule: outcome === 'allow' ? 'R01' : 'R03',
      reasons: [],
      missing: [],
      remedies: [],
      obligations: [],
    },
  },
  problem: problem === null ? null : { kind: 'refused', key: problem, values: {} },
});

const FINE = row('Bach', 'z@b.example', 'allow', null);
const NO_ADDRESS = row('Änder', null, 'allow', 'bulkNoAddress');
const REFUSED = row('Zorn', 'a@z.example', 'deny', null);

describe('the customers to invite', () => {
  it('can be written to only where we may and nothing else is in the way', () => {
    expect([FINE, NO_ADDRESS, REFUSED].map(canWrite)).toEqual([true, false, false]);
  });

  it('are sorted by what a column shows, as the window’s language sorts', () => {
    const collator = new Intl.Collator('en');
    const by = (column: BulkColumn, descending = false) =>
      sortRows([FINE, NO_ADDRESS, REFUSED], { column, descending }, collator).map(({ customerName }) => customerName);
    expect(by('customer')).toEqual(['Änder', 'Bach', 'Zorn']);
    expect(by('customer', true)).toEqual(['Zorn', 'Bach', 'Änder']);
    expect(by('address')).toEqual(['Änder', 'Zorn', 'Bach']);
    expect(by('answer', true)).toEqual(['Zorn', 'Bach', 'Änder']);
    // What stands in the way comes first, in the order in which it was picked.
    expect(by('problem')).toEqual(['Änder', 'Zorn', 'Bach']);
  });
});

describe('a template in another language', () => {
  const template = (id: string, language: InvitationTemplate['language'], name = 'Warm'): InvitationTemplate => ({
    id,
    name,
    kind: 'reseller',
    language,
    scope: 'personal',
    subject: 'Hello',
    paragraphs: [],
  });
  const ALL = [template('en', 'en'), template('cn', 'zh-CN'), template('other', 'zh-TW', 'Cool')];

  it('gives way to its namesake there, or to the built-in words', () => {
    expect(namesake(ALL, 'en', 'zh-CN')).toBe('cn');
    expect(namesake(ALL, 'en', 'zh-TW')).toBeNull();
    expect(namesake(ALL, 'en', 'customer')).toBe('en');
    expect(namesake(ALL, null, 'en')).toBeNull();
    expect(namesake(ALL, 'gone', 'customer')).toBeNull();
  });
});
