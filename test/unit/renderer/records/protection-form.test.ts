import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  beginProtection,
  NOTHING_TYPED,
  type PassphraseFault,
  type ProtectionForm,
  passphraseFaults,
  protectionOf,
} from '#renderer/features/records/protection-form.ts';
import { ProtectionChoice } from '#shared/model/protection.ts';

const typed = (passphrase: string, again = passphrase): ProtectionForm => ({ kind: 'passphrase', passphrase, again });

describe('the choice how records are kept', () => {
  it('begins with the keychain where the system has one', () => {
    expect(protectionOf(beginProtection('Keychain'))).toEqual({ kind: 'keychain' });
  });

  it('is nobody’s but the person’s where there is no keychain', () => {
    expect(beginProtection(null).kind).toBeNull();
    expect(protectionOf(beginProtection(null))).toBeNull();
  });

  it('is in the clear only when somebody says so', () => {
    expect(protectionOf({ kind: 'none', ...NOTHING_TYPED })).toEqual({ kind: 'none' });
  });

  it('carries a passphrase that was typed twice', () => {
    expect(protectionOf(typed('correct horse'))).toEqual({ kind: 'passphrase', passphrase: 'correct horse' });
  });

  it('forgets a passphrase that belongs to another choice', () => {
    expect(protectionOf({ ...typed('correct horse'), kind: 'none' })).toEqual({ kind: 'none' });
  });

  it('is only ever one that a workspace can be made with', () => {
    const forms = fc.record({
      kind: fc.constantFrom(null, 'keychain', 'passphrase', 'none'),
      passphrase: fc.string(),
      again: fc.string(),
    });
    fc.assert(
      fc.property(
        fc.oneof(
          forms,
          fc.string({ maxLength: 1100 }).map((text) => typed(text)),
        ),
        (form) => {
          const choice = protectionOf(form);
          return choice === null || ProtectionChoice.safeParse(choice).success;
        },
      ),
    );
  });
});

describe('what is wrong with a new passphrase', () => {
  it.each<[string, string, PassphraseFault | null, PassphraseFault | null]>([
    ['', '', 'required', null],
    ['', 'something', 'required', null],
    ['seven77', 'seven77', 'short', null],
    ['eight888', 'eight888', null, null],
    ['eight888', '', null, 'differs'],
    ['eight888', 'Eight888', null, 'differs'],
    ['密码短语也可以用汉字', '密码短语也可以用汉字', null, null],
    ['x'.repeat(1025), 'x'.repeat(1025), 'long', null],
  ])('“%s” and “%s”', (passphrase, again, first, second) => {
    expect(passphraseFaults({ passphrase, again })).toEqual({ passphrase: first, again: second });
  });
});
