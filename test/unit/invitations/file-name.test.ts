import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftFileName } from '#electron/invitations/file-name.ts';

const REFERENCE = 'INV-20261122-AB12CD';

describe('the file name of a draft', () => {
  it.each([
    ['北京示例科技有限公司', `北京示例科技有限公司 ${REFERENCE}.eml`],
    ['İstanbul Yazılım A.Ş.', `İstanbul Yazılım A.Ş ${REFERENCE}.eml`],
    ['Müller & Söhne GmbH', `Müller & Söhne GmbH ${REFERENCE}.eml`],
    ['=Northwind+Traders', `=Northwind+Traders ${REFERENCE}.eml`],
    ['-Adventure Works', `Adventure Works ${REFERENCE}.eml`],
    ['A/B\\C:D*E?F"G<H>I|J', `A-B-C-D-E-F-G-H-I-J ${REFERENCE}.eml`],
    ['../../etc/passwd', `etc-passwd ${REFERENCE}.eml`],
    ['CON', `_CON ${REFERENCE}.eml`],
    ['nul.txt', `_nul.txt ${REFERENCE}.eml`],
    ['COM¹.x', `_COM¹.x ${REFERENCE}.eml`],
    ['Con . x', `_Con . x ${REFERENCE}.eml`],
    ['a\u202Egpj', `agpj ${REFERENCE}.eml`],
    ['two\nlines', `two lines ${REFERENCE}.eml`],
    ['', `invitation ${REFERENCE}.eml`],
    ['...', `invitation ${REFERENCE}.eml`],
  ])('of %j is %j', (customer, file) => expect(draftFileName(customer, REFERENCE)).toBe(file));

  it('keeps the reference and whole characters when the name is too long', () => {
    const name = draftFileName('👩‍👩‍👧‍👦'.repeat(50), REFERENCE);
    expect(name.endsWith(` ${REFERENCE}.eml`)).toBe(true);
    expect(name.replace(` ${REFERENCE}.eml`, '').replaceAll('👩‍👩‍👧‍👦', '')).toBe('');
  });

  it('is safe on Windows, macOS and Linux for every customer name and reference', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    const nasty = fc.string({
      unit: fc.constantFrom('CON', 'nul', 'LPT9', '.', ' ', '/', '\\', ':', '\0', '\n', '~', '-', 'ß', '客', '\uD800'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(fc.oneof(text, nasty), fc.oneof(fc.constant(REFERENCE), text, nasty), (customer, reference) => {
        const name = draftFileName(customer, reference);
        expect(name).toMatch(/.\.eml$/u);
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u);
        expect(name).not.toMatch(/^[\s.~-]/u);
        expect(name.split('.', 1)[0]?.trim()).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)$/iu);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(150);
      }),
      { numRuns: 1000 },
    );
  });
});
