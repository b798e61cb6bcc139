import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecipient, readRecipients } from '#electron/invitations/address.ts';
import { problemOf } from '#test/unit/support/problem-of.ts';

describe('the recipient field', () => {
  it.each([
    ['one address', 'admin@customer.example', ['admin@customer.example']],
    ['white space around it', '  admin@customer.example ', ['admin@customer.example']],
    [
      'several, by commas or semicolons',
      'a@b.example; c@d.example, e@f.example',
      ['a@b.example', 'c@d.example', 'e@f.example'],
    ],
    [
      'several, by the signs of a Chinese keyboard',
      'a@b.example；c@d.example，e@f.example',
      ['a@b.example', 'c@d.example', 'e@f.example'],
    ],
    ['a name before it', '李雷 <li@customer.example>', ['li@customer.example']],
    ['a quoted name with a comma', '"Lei, Li" <li@customer.example>', ['li@customer.example']],
    [
      'a quoted name with a full-width comma',
      '"王芳，信息部" <wang@c.example>，a@b.example',
      ['wang@c.example', 'a@b.example'],
    ],
    ['the address as its own name', "'a@b.example' <a@b.example>", ['a@b.example']],
    ['a domain in Chinese', '管理员@例子.公司', ['管理员@例子.公司']],
    ['a plus and an apostrophe', "o'neil+csp@b.example", ["o'neil+csp@b.example"]],
    ['the same twice', 'a@b.example, a@b.example', ['a@b.example']],
    ['a trailing separator', 'a@b.example;', ['a@b.example']],
  ])('takes %s', (_, to, addresses) => {
    expect(readRecipients(to).map(({ address }) => address)).toEqual(addresses);
  });

  it.each([
    ['nothing', '', 'recipientMissing'],
    ['separators only', ' , ; ', 'recipientMissing'],
    ['a name without an address', 'Li Lei', 'recipientNotAddress'],
    ['no @', 'customer.example', 'recipientNotAddress'],
    ['two @', 'a@b@c.example', 'recipientNotAddress'],
    ['no domain', 'a@', 'recipientNotAddress'],
    ['no local part', '@b.example', 'recipientNotAddress'],
    ['a domain of one label', 'a@localhost', 'recipientNotAddress'],
    ['a domain that is an IP address', 'a@192.168.0.1', 'recipientNotAddress'],
    ['an address literal', 'a@[192.168.0.1]', 'recipientNotAddress'],
    ['a quoted local part', '"a b"@c.example', 'recipientNotAddress'],
    ['a dot at the end of the local part', 'a.@b.example', 'recipientNotAddress'],
    ['an escape in the domain', 'a@b%2eexample.com', 'recipientNotAddress'],
    ['a path after the domain', 'a@b.example/c', 'recipientNotAddress'],
    ['a second address without a separator', 'a@b.example c@d.example', 'recipientNotAddress'],
    ['a second address in brackets', 'A <a@b.example> <c@d.example>', 'recipientNotAddress'],
    ['one bad address among good ones', 'a@b.example, c@d', 'recipientNotAddress'],
    ['a local part that is too long', `${'a'.repeat(65)}@b.example`, 'recipientNotAddress'],
    [
      'an address that is too long',
      `a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(20)}.example`,
      'recipientNotAddress',
    ],
    ['a group', 'Admins: a@b.example;', 'recipientGroup'],
    ['a line break', 'a@b.example\nBcc: c@d.example', 'recipientControl'],
    ['a carriage return', 'a@b.example\rBcc: c@d.example', 'recipientControl'],
    ['a NUL', 'a@b.example\0', 'recipientControl'],
    ['a line separator', 'a@b.example\u2028', 'recipientControl'],
    ['a direction override in the name', '\u202Emoc <a@b.example>', 'recipientControl'],
  ])('refuses %s', (_, to, key) => {
    expect(problemOf(() => readRecipients(to))).toMatchObject({ kind: 'bad-input', key });
  });

  it('names the entry that is wrong, and where the invisible character stands', () => {
    expect(problemOf(() => readRecipients('a@b.example, 李雷 <c@d>')).values).toEqual({ entry: '李雷 <c@d>' });
    expect(problemOf(() => readRecipients('李雷\n')).values).toEqual({ position: 3 });
  });

  it('is kept in one form, which reads the same again', () => {
    expect(readRecipient(' a@b.example ；"Lei, Li"<c@d.example>')).toBe('a@b.example, "Lei, Li" <c@d.example>');
    expect(readRecipient('"王芳，信息部" <c@d.example>；a@b.example')).toBe(
      '"王芳，信息部" <c@d.example>, a@b.example',
    );
  });

  it('reads the same again whatever names and addresses it holds', () => {
    const sign = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }), fc.constantFrom(...'，、；,;"'));
    const name = fc.string({ unit: sign, maxLength: 20 });
    const entry = fc
      .tuple(name, fc.emailAddress())
      .map(([n, address]) => `"${n.replace(/["\\]/gu, '\\$&')}" <${address}>`);
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 1, maxLength: 3 }).map((all) => all.join(', ')),
        (to) => {
          let kept: string;
          try {
            kept = readRecipient(to);
          } catch {
            return;
          }
          expect(readRecipient(kept)).toBe(kept);
          expect(readRecipients(kept)).toEqual(readRecipients(to));
        },
      ),
    );
  });

  it('never lets a line break through, whatever is typed', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'ab@.<>",;:\\ \t\r\n()李', 'Bcc: x@y.example'), maxLength: 40 });
    fc.assert(
      fc.property(typed, (to) => {
        try {
          expect(readRecipient(to)).not.toMatch(/[\r\n]/u);
        } catch (error) {
          expect(error).toHaveProperty('problem.kind', 'bad-input');
        }
      }),
    );
  });
});
