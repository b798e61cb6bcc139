/** The names by which window and main side find each other, whichever host carries the contract. */

/** The desktop window is served from this origin. */
export const DESKTOP_ORIGIN = 'app://console';

/** Under this name the desktop page hands one end of a channel to the main process, through the preload. */
export const CONSOLE_PORT = 'console-port';

/** Where the browser host answers calls. */
export const RPC_PATH = '/rpc';
