import { Menu } from 'electron';

/**
 * The menu by its roles: editing, zoom and window keys, worded by the system. Only macOS shows it;
 * elsewhere it stays hidden and gives its keys alone.
 */
export function setMenu(): void {
  const shared = [{ role: 'editMenu' }, { role: 'viewMenu' }, { role: 'windowMenu' }] as const;
  const first = process.platform === 'darwin' ? ({ role: 'appMenu' } as const) : ({ role: 'fileMenu' } as const);
  Menu.setApplicationMenu(Menu.buildFromTemplate([first, ...shared]));
}
