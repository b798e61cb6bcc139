import type { Session, WebContents } from 'electron';
import { isOurs } from './origin.ts';

/** Copying text is the one thing the page may ask of the machine; Chromium itself demands a key press or click for it. */
const GRANTED = 'clipboard-sanitized-write';

/** Refuses what our page never does: network, permissions, devices, downloads. */
export function refuseInSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer) => {
    answer(permission === GRANTED && contents !== null && isOurs(contents.getURL()));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => permission === GRANTED && isOurs(origin));
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !isAllowedRequest(details.url) });
  });
}

/** Refuses navigation away, further windows and embedded pages. */
export function refuseInContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-navigate', (event, address) => {
    if (!isOurs(address)) event.preventDefault();
  });
}

/** Our own files, what the page made itself, and the developer tools; no address of any network. */
function isAllowedRequest(address: string): boolean {
  return isOurs(address) || /^(data|blob|devtools):/.test(address);
}
