import { type Problem, ProblemError } from '#shared/model/problem.ts';

/** Why there is no answer, or none that can be used. */
export interface Fault {
  /** A key of the `problems` catalogue. */
  readonly key: string;
  /** What its sentence names beside the host. */
  readonly values: Problem['values'];
  /** Whether another try may fare better; `reached`: only where the service could be reached before, else it is set up wrongly. */
  readonly again: 'yes' | 'reached' | 'no';
  /** Whether the service certainly did nothing of what it was asked. */
  readonly undone: boolean;
}

/** Carries a fault out of one try. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.key);
    this.fault = fault;
  }
}

/** A fault as the problem that a person is told of. */
export function faultProblem({ key, values }: Fault, host: string, tries: number): ProblemError {
  return new ProblemError('unavailable', key, { ...values, host, tries });
}

type Described = Omit<Fault, 'values'>;

const RESET: Described = { key: 'networkReset', again: 'yes', undone: false };
const SILENT: Described = { key: 'networkSilent', again: 'yes', undone: false };
const UNCONNECTED: Described = { key: 'networkSilent', again: 'reached', undone: true };
const HALF: Described = { key: 'networkHalf', again: 'yes', undone: false };
const UNKNOWN_NAME: Described = { key: 'networkNameUnknown', again: 'reached', undone: true };
const UNREACHABLE: Described = { key: 'networkUnreachable', again: 'reached', undone: true };
const CLOSED: Described = { key: 'networkConnectionRefused', again: 'reached', undone: true };
const INSECURE: Described = { key: 'networkInsecure', again: 'no', undone: true };
const PROXY: Described = { key: 'networkProxy', again: 'no', undone: true };
const PROXY_SIGN_IN: Described = { key: 'networkProxySignIn', again: 'no', undone: true };
const CERTIFICATE: Described = { key: 'networkCertificate', again: 'no', undone: true };
const UNFAMILIAR: Described = { key: 'networkFailed', again: 'reached', undone: false };

type CertificateFault = 'date' | 'name' | 'authority' | 'revoked' | 'other';

/** What is wrong with a certificate: codes of OpenSSL (as Node names them) and of Chromium. */
const CERTIFICATES: readonly (readonly [RegExp, CertificateFault])[] = [
  [/^CERT_(?:HAS_EXPIRED|NOT_YET_VALID)$|^ERR_CERT_DATE_INVALID$|^ERR_CERT_VALIDITY_TOO_LONG$/, 'date'],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$|^HOSTNAME_MISMATCH$|^ERR_CERT_COMMON_NAME_INVALID$/, 'name'],
  [
    /SELF_SIGNED_CERT|^UNABLE_TO_(?:VERIFY|GET).*(?:SIGNATURE|CERT)|^CERT_UNTRUSTED$|^ERR_CERT_AUTHORITY_INVALID$/,
    'authority',
  ],
  [/^CERT_REVOKED$|^ERR_CERT_REVOKED$|^ERR_CERT_KNOWN_INTERCEPTION_BLOCKED$/, 'revoked'],
  [/^ERR_CERT|^CERT_|^CRL_|^INVALID_(?:CA|PURPOSE)$|^ERR_TLS_CERT|^ERR_SSL_PINNED|_CERT$/, 'other'],
];

/** Everything else: codes of Node, of its `fetch` (undici), and of Chromium's network (Electron's `net.fetch`). */
const CODES: readonly (readonly [RegExp, Described])[] = [
  [/^ERR_PROXY_AUTH|^ERR_MALFORMED_IDENTITY$/, PROXY_SIGN_IN],
  [/PROXY|^ERR_TUNNEL_CONNECTION_FAILED$|^ERR_SOCKS_/, PROXY],
  [/^ENOTFOUND$|^EAI_|^ERR_NAME_(?:NOT_RESOLVED|RESOLUTION_FAILED)$|^ERR_DNS_|^ERR_ICANN_/, UNKNOWN_NAME],
  [/^E(?:NETUNREACH|HOSTUNREACH|NETDOWN|HOSTDOWN|ADDRNOTAVAIL|ACCES|PERM)$|^ERR_INTERNET_DISCONNECTED$/, UNREACHABLE],
  [/^ERR_(?:ADDRESS_UNREACHABLE|ADDRESS_INVALID|NETWORK_ACCESS_DENIED|BLOCKED_BY_ADMINISTRATOR)$/, UNREACHABLE],
  [/^ECONNREFUSED$|^ERR_CONNECTION_REFUSED$|^ERR_CONNECTION_FAILED$/, CLOSED],
  [/^UND_ERR_CONNECT_TIMEOUT$|^ERR_CONNECTION_TIMED_OUT$/, UNCONNECTED],
  [/^ETIMEDOUT$|^UND_ERR_(?:HEADERS|BODY)_TIMEOUT$|^ERR_TIMED_OUT$/, SILENT],
  [/CONTENT_LENGTH_MISMATCH$|^ERR_INCOMPLETE_CHUNKED_ENCODING$|^ERR_CONTENT_DECODING|^Z_(?:BUF|DATA)_ERROR$/, HALF],
  [/^ECONN(?:RESET|ABORTED)$|^EPIPE$|^UND_ERR_(?:SOCKET|CLOSED|DESTROYED)$/, RESET],
  [/^ERR_(?:CONNECTION_(?:RESET|CLOSED|ABORTED)|EMPTY_RESPONSE|NETWORK_CHANGED|NETWORK_IO_SUSPENDED)$/, RESET],
  [/^ERR_(?:HTTP2|QUIC|SPDY)_|^HPE_INVALID_EOF_STATE$|^HPE_CLOSED_CONNECTION$/, RESET],
  [/^EPROTO$|^ERR_SSL_|^ERR_TLS_|^ERR_BAD_SSL/, INSECURE],
];

const CHROMIUM = /\bnet::(ERR_[A-Z0-9_]+)/;
const TUNNEL = /^Proxy response \((\d{3})\)/;

/** The codes that an error and its causes carry, the outermost first. */
function codesOf(error: unknown, depth = 0): string[] {
  if (!(error instanceof Error) || depth > 5) return [];
  const code = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  const chromium = CHROMIUM.exec(error.message)?.[1];
  const tunnel = TUNNEL.exec(error.message)?.[1];
  const inner = error instanceof AggregateError ? error.errors : [];
  return [
    ...(tunnel === undefined ? [] : [tunnel === '407' ? 'ERR_PROXY_AUTH' : 'ERR_TUNNEL_CONNECTION_FAILED']),
    ...code,
    ...(chromium === undefined ? [] : [chromium]),
    ...[error.cause, ...inner].flatMap((cause) => codesOf(cause, depth + 1)),
  ];
}

function certificateFault(code: string): CertificateFault | undefined {
  return CERTIFICATES.find(([pattern]) => pattern.test(code))?.[1];
}

/** What `fetch` says of itself when the cause tells no code. */
const FETCH_SAYS = new Set(['fetch failed', 'terminated', 'Failed to fetch']);

/**
 * What an exception of `fetch`, or of reading what it gave, means; `undefined` for one that the network did not cause.
 * Of the exception itself only codes are ever shown: its text may quote what we sent.
 */
export function faultOf(error: unknown): Fault | undefined {
  if (error instanceof NoAnswer) return error.fault;
  const codes = codesOf(error);
  for (const code of codes) {
    const known = CODES.find(([pattern]) => pattern.test(code))?.[1];
    if (known !== undefined && known !== INSECURE) return { ...known, values: { code } };
    const reason = certificateFault(code);
    if (reason !== undefined) return { ...CERTIFICATE, values: { code, reason } };
    if (known !== undefined) return { ...known, values: { code } };
  }
  if (!(error instanceof Error)) return undefined;
  if (/redirect/i.test(error.message)) return redirectFault(null);
  const [code = 'none'] = codes;
  return codes.length > 0 || FETCH_SAYS.has(error.message) ? { ...UNFAMILIAR, values: { code } } : undefined;
}

/** Nothing was heard for so long that nothing more is expected. */
export const silentFault = (): Fault => ({ ...SILENT, values: { code: 'none' } });

/** The answer broke off, or is cut off. */
export const halfFault = (): Fault => ({ ...HALF, values: {} });

/** We were sent on to another address; `null` where nobody tells which. */
export const redirectFault = (to: string | null): Fault => ({
  key: 'networkRedirected',
  values: { to: to ?? 'none' },
  again: 'no',
  undone: true,
});

/** A proxy wants to know who we are. */
export const proxySignInFault = (): Fault => ({ ...PROXY_SIGN_IN, values: { code: '407' } });
