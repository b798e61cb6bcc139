import { Passphrase, type Protection, type ProtectionChoice } from '#shared/model/protection.ts';

/** A new passphrase as typed, twice. */
export interface TypedPassphrase {
  readonly passphrase: string;
  readonly again: string;
}

export const NOTHING_TYPED: TypedPassphrase = { passphrase: '', again: '' };

/** What is wrong with a field of it, as a key of the messages. */
export type PassphraseFault = 'required' | 'short' | 'long' | 'differs';

export interface PassphraseFaults {
  readonly passphrase: PassphraseFault | null;
  readonly again: PassphraseFault | null;
}

/** What keeps a new passphrase from being taken. */
export function passphraseFaults({ passphrase, again }: TypedPassphrase): PassphraseFaults {
  return { passphrase: faultOf(passphrase), again: passphrase !== '' && again !== passphrase ? 'differs' : null };
}

export function isFaulty({ passphrase, again }: PassphraseFaults): boolean {
  return passphrase !== null || again !== null;
}

function faultOf(passphrase: string): PassphraseFault | null {
  if (passphrase === '') return 'required';
  if (Passphrase.safeParse(passphrase).success) return null;
  return passphrase.length < (Passphrase.minLength ?? 0) ? 'short' : 'long';
}

/** How a new workspace's records are to be kept, as far as somebody has said so. */
export interface ProtectionForm extends TypedPassphrase {
  readonly kind: Protection | null;
}

/** The keychain stands chosen where the system has one; where it has none, somebody must choose. */
export function beginProtection(keychain: string | null): ProtectionForm {
  return { kind: keychain === null ? null : 'keychain', ...NOTHING_TYPED };
}

/** The choice that the form holds; `null` while something in it is missing or wrong. */
export function protectionOf(form: ProtectionForm): ProtectionChoice | null {
  switch (form.kind) {
    case null:
      return null;
    case 'passphrase':
      return isFaulty(passphraseFaults(form)) ? null : { kind: 'passphrase', passphrase: form.passphrase };
    default:
      return { kind: form.kind };
  }
}
