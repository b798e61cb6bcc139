import { randomBytes, timingSafeEqual } from 'node:crypto';

/** Who may talk to the browser host: whoever brings the one-time token, and from then on the cookie it was changed into. */
export interface Sessions {
  /** A new one-time token; the one before it, if still unused, is void. */
  issueToken(): string;
  /** Changes a token into a session, once; `undefined` for a wrong or used token. */
  redeem(token: string): string | undefined;
  isSession(candidate: string): boolean;
}

const SECRET_BYTES = 32;

export function openSessions(): Sessions {
  let token: string | undefined;
  const sessions: string[] = [];
  return {
    issueToken() {
      token = newSecret();
      return token;
    },
    redeem(candidate) {
      if (token === undefined || !isSame(candidate, token)) return undefined;
      token = undefined;
      const session = newSecret();
      sessions.push(session);
      return session;
    },
    // Every session is compared, found or not, so that the time taken tells nothing.
    isSession: (candidate) => sessions.filter((session) => isSame(candidate, session)).length > 0,
  };
}

/** 256 bits, safe in addresses and cookies. */
function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

function isSame(candidate: string, secret: string): boolean {
  const given = Buffer.from(candidate);
  const kept = Buffer.from(secret);
  return given.length === kept.length && timingSafeEqual(given, kept);
}
