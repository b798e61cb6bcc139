/** Cookies do not know ports: the name carries ours, so that two consoles in one browser keep apart. */
function cookieName(port: number): string {
  return `partner-console-${port}`;
}

/** The header that gives a browser its session: out of reach of scripts, and sent from our own pages alone. */
export function sessionCookie(port: number, session: string): string {
  return `${cookieName(port)}=${session}; HttpOnly; SameSite=Strict; Path=/`;
}

/** The session that a request brings, from its Cookie header. */
export function sessionOf(header: string | undefined, port: number): string | undefined {
  const start = `${cookieName(port)}=`;
  const pair = header?.split(';').find((part) => part.trim().startsWith(start));
  return pair?.trim().slice(start.length);
}
