import { safeStorage } from 'electron';
import type { Keychain } from '#electron/records/key-file.ts';

/**
 * The operating system's keychain, or null where there is none worth the name: some Linux desktops have no secret store,
 * and Electron would seal with a password that everybody knows. Asked only when the application is ready.
 */
export function systemKeychain(): Keychain | null {
  const name = safeStorage.isEncryptionAvailable() ? keychainName() : null;
  if (name === null) return null;
  return {
    name,
    // It keeps text.
    seal: (bytes) => safeStorage.encryptString(Buffer.from(bytes).toString('base64')),
    open: (sealed) => Buffer.from(safeStorage.decryptString(Buffer.from(sealed)), 'base64'),
  };
}

function keychainName(): string | null {
  if (process.platform === 'darwin') return 'Keychain';
  if (process.platform === 'win32') return 'DPAPI';
  if (typeof safeStorage.getSelectedStorageBackend !== 'function') return keychainBySeal();
  const backend = safeStorage.getSelectedStorageBackend();
  switch (backend) {
    case 'gnome_libsecret':
      return 'Secret Service';
    case 'kwallet':
    case 'kwallet5':
    case 'kwallet6':
      return 'KWallet';
    default:
      return null;
  }
}

/** What Chromium puts before whatever it sealed with a key from a store; with the password that everybody knows it is `v10`. */
const BY_STORE = 'v11';

/** Early versions of Electron 25 do not tell which store it is, but a seal tells whether it is any. */
function keychainBySeal(): string | null {
  if (safeStorage.encryptString('a').toString('latin1', 0, BY_STORE.length) !== BY_STORE) return null;
  return /\bKDE\b/u.test(process.env.XDG_CURRENT_DESKTOP ?? '') ? 'KWallet' : 'Secret Service';
}
