/** The names by which window and main side find each other, whichever host carries the contract. */

/** The desktop window is served from this origin. */
export const DESKTOP_ORIGIN = 'app://console';

/** Under this name the desktop page hands one end of a channel to the main process, through the preload. */
export const CONSOLE_PORT = 'console-port';

/** Under this name the desktop page is told, through the preload, that a person opened files with the console. */
export const FILES_OPENED = 'console-files-opened';

/** Where the browser host answers calls. */
export const RPC_PATH = '/rpc';
