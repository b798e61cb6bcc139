import { AuthError, InteractionRequiredAuthError } from '@azure/msal-node';
import { ProblemError } from '#shared/model/problem.ts';

/** What a sign-in that went wrong is to a person. */
type Reason = 'declined' | 'expired' | 'application' | 'consent' | 'authority' | 'other';

/** By the codes of OAuth and of the library; the authority's own numbers are for people, not for programs. */
const REASONS: readonly (readonly [RegExp, Reason])[] = [
  [/^(?:access_denied|authorization_declined|user_cancel|cancelled_by_user)$/, 'declined'],
  [/^(?:expired_token|code_expired|device_code_expired|bad_verification_code)$/, 'expired'],
  [/^(?:invalid_client|unauthorized_client|invalid_request|invalid_resource|invalid_scope)$/, 'application'],
  [/^consent_required$/, 'consent'],
  [/^(?:openid_config_error|endpoints_resolution_error|issuer_validation_failed|untrusted_authority)$/, 'authority'],
  [/^(?:invalid_tenant|tenant_not_found|url_parse_error|authority_uri_insecure)$/, 'authority'],
];

/** Whoever did not agree to what we ask for is told otherwise than whoever must sign in anew. */
const CONSENT = /consent_required|AADSTS65001/;

/** What looks like a token or a code of the flow: no message may carry one. */
const SECRETS = /\b(?:eyJ|0\.A|1\.A|M\.)[\w.-]{8,}|\b(?:code|token|assertion)=\S+/giu;

const LONGEST = 300;

/** Whether only the person can go on; `invalid_grant`: what the sign-in was renewed with is no longer valid. */
export const needsPerson = (error: unknown): boolean =>
  error instanceof InteractionRequiredAuthError || (error instanceof AuthError && error.errorCode === 'invalid_grant');

/** Whether the sign-in stands, and only the leave for this service is missing. */
export const needsConsent = (error: unknown): boolean =>
  error instanceof AuthError && CONSENT.test(`${error.errorCode} ${error.subError} ${error.errorMessage}`);

/** A sign-in that the authority or the library refused, as the problem that a person is told of. */
export function refusalOf(error: unknown, host: string): unknown {
  if (!(error instanceof AuthError)) return error;
  const { errorCode, errorMessage } = error;
  // What the device flow is told comes as the message of one and the same code.
  const codes = [errorMessage, errorCode];
  const known = REASONS.find(([pattern]) => codes.some((code) => pattern.test(code)));
  const reason: Reason = needsConsent(error) ? 'consent' : (known?.[1] ?? 'other');
  return new ProblemError('refused', 'signInRefused', { host, reason, code: errorCode, words: wordsOf(error) });
}

/** The first line of what the authority says, without what only its own people can read; `none` where it says nothing. */
export function wordsOf(error: unknown): string {
  const message = error instanceof AuthError ? error.errorMessage : '';
  const [first = ''] = message.split(/[\r\n]+| Trace ID:| - Correlation ID/u);
  const line = first
    .replace(SECRETS, '…')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  if (line === '') return 'none';
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
