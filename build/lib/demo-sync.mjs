/** More than any machine asks of itself: services that are simulated here need not be spared. */
const UNSPARING = 1_000_000;

/**
 * The command line of the sync that comes before the demo's window, which is not to wait for real services' pace.
 * @param {string} tokenFile
 */
export const firstSync = (tokenFile) => ['sync', '--token-file', tokenFile, '--requests-per-minute', String(UNSPARING)];
