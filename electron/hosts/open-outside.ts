import open from 'open';

/** Whether this machine has a screen that a program could open on; a server or a bare terminal has none. */
export function hasScreen(): boolean {
  if (process.platform !== 'linux') return true;
  const { DISPLAY, WAYLAND_DISPLAY, WSL_DISTRO_NAME } = process.env;
  return Boolean(DISPLAY || WAYLAND_DISPLAY || WSL_DISTRO_NAME);
}

/** Opens an address or a file with the program the system has for it; false when there is none. */
export async function openOutside(target: string): Promise<boolean> {
  if (!hasScreen()) return false;
  try {
    const program = await open(target);
    program.on('error', () => undefined);
    return true;
  } catch {
    return false;
  }
}
