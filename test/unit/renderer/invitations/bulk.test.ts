import { describe, expect, it } from 'vitest';
import { addressText } from '#renderer/features/invitations/bulk/address-text.ts';
import { namesake } from '#renderer/features/invitations/bulk/namesake.ts';
import { type BulkColumn, canWrite, sortRows } from '#renderer/features/invitations/bulk/rows.ts';
import type { BulkRow } from '#shared/contract/invitations.ts';
import { TenantId } from '#shared/model/ids.ts';
import type { InvitationTemplate } from '#shared/model/invitation.ts';
import type { Outcome } from '#shared/model/policy.ts';
import { CUSTOMER } from '#test/unit/support/questions.ts';

const LINE = '华盛联创,管理员@华盛.example';
/** `华盛` in GB18030. */
const GB18030 = [0xbb, 0xaa, 0xca, 0xa2];

describe('a file of addresses', () => {
  it('is read in the encodings that spreadsheets write', () => {
    expect(addressText(new TextEncoder().encode(LINE))).toBe(LINE);
    expect(addressText(new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(LINE)]))).toBe(LINE);
    expect(addressText(new Uint8Array([...GB18030, 0x2c, 0x61]))).toBe('华盛,a');
    const units = [...LINE].map((character) => character.charCodeAt(0));
    expect(addressText(new Uint8Array([0xff, 0xfe, ...units.flatMap((unit) => [unit & 255, unit >> 8])]))).toBe(LINE);
    expect(addressText(new Uint8Array([0xfe, 0xff, ...units.flatMap((unit) => [unit >> 8, unit & 255])]))).toBe(LINE);
  });

  it('is refused where it is no text: a workbook, or a picture', () => {
    expect(addressText(new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00]))).toBeNull();
    expect(addressText(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))).toBeNull();
  });

  it('may hold tabs and any line ends', () => {
    expect(addressText(new TextEncoder().encode('a\tb@c.example\r\nd;e@f.example'))).toContain('\t');
  });

  it('is taken although a line of it is damaged, which stays to be listed', () => {
    const nul = '华盛,a@hs.example\nCon\0toso,b@contoso.example';
    expect(addressText(new TextEncoder().encode(nul))).toBe(nul);
    const broken = [
      ...new TextEncoder().encode('华盛,a@hs.example\nCon'),
      0xff,
      ...new TextEncoder().encode('toso,b@x.example'),
    ];
    expect(addressText(new Uint8Array(broken))).toBe('华盛,a@hs.example\nCon\uFFFDtoso,b@x.example');
  });
});

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
