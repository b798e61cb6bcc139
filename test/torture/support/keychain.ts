import type { Keychain } from '#electron/records/key-file.ts';

/** A keychain of the test's own. */
export const KEYCHAIN: Keychain = {
  name: 'Torture',
  seal: (bytes) => Buffer.from(bytes).reverse(),
  open: (sealed) => Buffer.from(sealed).reverse(),
};
