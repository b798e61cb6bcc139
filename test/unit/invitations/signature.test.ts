import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ensureSigningKey,
  fingerprintOf,
  isFingerprint,
  isSignedBy,
  signingKey,
} from '#electron/invitations/signature.ts';
import { rejectionOf } from '#test/unit/support/rejection-of.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-key-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('the signing key of a workspace', () => {
  it('is made on first use, kept for its owner alone, and found again', async () => {
    expect(await signingKey(folder)).toBeUndefined();
    const made = await ensureSigningKey(folder);
    expect((await ensureSigningKey(folder)).publicKey).toBe(made.publicKey);
    expect((await signingKey(folder))?.publicKey).toBe(made.publicKey);
    expect((await stat(join(folder, 'signing-key.pem'))).mode & 0o777).toBe(0o600);
  });

  it('signs what its public half verifies, and nothing else', async () => {
    const [ours, theirs] = [await ensureSigningKey(folder), await ensureSigningKey(join(folder, 'other'))];
    const signature = ours.sign('sha256:00');
    expect(isSignedBy(ours.publicKey, 'sha256:00', signature)).toBe(true);
    expect(isSignedBy(ours.publicKey, 'sha256:01', signature)).toBe(false);
    expect(isSignedBy(theirs.publicKey, 'sha256:00', signature)).toBe(false);
    expect(isSignedBy('bm8ga2V5', 'sha256:00', signature)).toBe(false);
  });

  it('that is damaged is never replaced behind its owner’s back', async () => {
    const file = join(folder, 'signing-key.pem');
    await writeFile(file, '-----BEGIN PRIVATE KEY-----\nx');
    const damaged = { kind: 'damaged', key: 'signingKeyDamaged', values: { file } };
    expect(await rejectionOf(() => ensureSigningKey(folder))).toEqual(damaged);
    expect(await readFile(file, 'utf8')).toBe('-----BEGIN PRIVATE KEY-----\nx');
  });
});

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
