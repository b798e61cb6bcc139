import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, type Session, screen } from 'electron';
import { z } from 'zod';
import { DESKTOP_ORIGIN, FILES_OPENED } from '#shared/contract/carrier.ts';
import type { DesktopStores } from './stores.ts';
import { openingBounds, SMALLEST } from './window-place.ts';

const Overtaken = z.object({ code: z.literal('ERR_ABORTED') });

/** The colour before the first paint, so that a dark window does not flash. */
const BACKDROP = { light: '#fafafa', dark: '#1f1f1f' } as const;

/** Makes the one window, sandboxed and hidden; it shows itself once it has painted. */
export function makeWindow(stores: DesktopStores, session: Session): BrowserWindow {
  const place = stores.windowPlace();
  const screens = screen.getAllDisplays().map((display) => display.workArea);
  const window = new BrowserWindow({
    ...openingBounds(place?.bounds, screens),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: app.getName(),
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKDROP.dark : BACKDROP.light,
    webPreferences: {
      session,
      preload: join(__dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  if (process.platform !== 'darwin') window.setMenuBarVisibility(false);
  if (place?.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => keepPlace(window, stores));
  reloadAfterCrash(window);
  return window;
}

export function keepPlace(window: BrowserWindow, stores: DesktopStores): void {
  stores.keepWindowPlace({ bounds: window.getNormalBounds(), maximized: window.isMaximized() });
}

/**
 * Loads the page. A load that a reload overtook is no failure, for the later one shows; nor is one that ended because
 * somebody closed the window.
 */
export async function showPage(window: BrowserWindow): Promise<void> {
  let isClosing = false;
  window.once('close', () => {
    isClosing = true;
  });
  try {
    await window.loadURL(`${DESKTOP_ORIGIN}/`);
  } catch (error) {
    if (!isClosing && !window.isDestroyed() && !Overtaken.safeParse(error).success) throw error;
  }
}

/** Brings the window to the front; its page asks for the files that were opened, though it may have the focus already. */
export function showOpened(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
  window.webContents.send(FILES_OPENED);
}

/** A page that died is loaded again, once a minute at most: nothing is lost, for records live on the main side. */
function reloadAfterCrash(window: BrowserWindow): void {
  let reloadedAt = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    process.stderr.write(`The window's page ended (${reason}).\n`);
    const now = performance.now();
    if (now - reloadedAt < 60_000) return;
    reloadedAt = now;
    window.webContents.reload();
  });
}
