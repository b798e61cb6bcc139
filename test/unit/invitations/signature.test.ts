import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  ensureSigningKey,
  fingerprintOf,
  isFingerprint,
  isSignedBy,
  signingKey,
} from '#electron/invitations/signature.ts';
import { signingKeyLedger } from '#electron/records/signing-key.ts';
import { MemoryRecords, sampleProfile } from '#test/unit/support/memory-records.ts';
import { rejectionOf } from '#test/unit/support/rejection-of.ts';

describe('the signing key of a workspace', () => {
  it('is made on first use, and found again', async () => {
    const records = new MemoryRecords(sampleProfile());
    expect(await signingKey(records)).toBeUndefined();
    const made = await ensureSigningKey(records);
    expect((await ensureSigningKey(records)).publicKey).toBe(made.publicKey);
    expect((await signingKey(records))?.publicKey).toBe(made.publicKey);
  });

  it('signs what its public half verifies, and nothing else', async () => {
    const [ours, theirs] = [await keyOfSomebody(), await keyOfSomebody()];
    const signature = ours.sign('sha256:00');
    expect(isSignedBy(ours.publicKey, 'sha256:00', signature)).toBe(true);
    expect(isSignedBy(ours.publicKey, 'sha256:01', signature)).toBe(false);
    expect(isSignedBy(theirs.publicKey, 'sha256:00', signature)).toBe(false);
    expect(isSignedBy('bm8ga2V5', 'sha256:00', signature)).toBe(false);
  });

  it('that can’t be used is never replaced behind its owner’s back', async () => {
    const records = new MemoryRecords(sampleProfile());
    const ledger = await signingKeyLedger(records);
    await ledger.change(() => ({ pem: '-----BEGIN PRIVATE KEY-----\nx' }));
    const file = join(records.folder, 'ledgers', 'signing-key.json');
    const damaged = { kind: 'damaged', key: 'signingKeyDamaged', values: { file } };
    expect(await rejectionOf(() => ensureSigningKey(records))).toEqual(damaged);
    expect(ledger.value.pem).toBe('-----BEGIN PRIVATE KEY-----\nx');
  });
});

const keyOfSomebody = () => ensureSigningKey(new MemoryRecords(sampleProfile()));

describe('the fingerprint of a key', () => {
  const KEY = 'MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=';

  it('is thirty digits in groups of five', () => {
    expect(fingerprintOf(KEY)).toMatch(/^\d{5}(?: \d{5}){5}$/);
  });

  it('is known again however it was written down, and no other digits are', () => {
    const digits = fingerprintOf(KEY);
    expect(isFingerprint(digits.replaceAll(' ', '-'), KEY)).toBe(true);
    expect(isFingerprint(digits.slice(0, -1), KEY)).toBe(false);
    expect(isFingerprint('', KEY)).toBe(false);
  });
});
