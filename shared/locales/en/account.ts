/** What can go wrong with signing in and with tokens; `words` are the sign-in service's own. */
export const accountProblems = {
  notSignedIn: 'Nobody is signed in: sign in first, or hand tokens in with --token-file.',
  noClientId:
    'Nobody can sign in yet, because this workspace does not know your app registration {cloud, select, global {in the global cloud} other {at 21Vianet}}: enter its application (client) ID where you sign in, with “account --client-id”, or as “clientId” in the profile.',
  authorityOtherCloud:
    'The profile’s authority {host} signs people in to {cloud, select, global {21Vianet} other {the global cloud}}, but its cloud is {cloud, select, global {the global one} other {21Vianet}}: correct “endpoints.authority” or “cloud” in the profile.',
  signInRefused:
    'The sign-in at {host} did not succeed{reason, select, declined {, because it was declined there} expired {, because the code is no longer valid} consent {, because the permissions were not granted} application {, because it does not accept the app registration} authority {, because it is no sign-in service that knows this partner} other {}} ({code}{words, select, none {} other {: “{words}”}}): {reason, select, declined {sign in again and accept there} expired {sign in again for a new code} consent {ask an administrator of your tenant to consent to them for the app registration} application {check the application (client) ID, and that the registration allows public client flows and the redirect address http://localhost} authority {check “endpoints.authority”, “cloud” and “partner.tenantId” in the profile} other {check the account and the app registration, then sign in again}}.',
  signInEnded: 'The sign-in has ended, says {host}{words, select, none {} other { (“{words}”)}}: sign in again.',
  signInTimedOut: 'Nobody signed in within the time that there was for it: begin again.',
  consentMissing:
    'The account is signed in, but nobody has consented to {service, select, graph {the permission DelegatedAdminRelationship.ReadWrite.All of Microsoft Graph} other {the permission user_impersonation of Partner Center}}{words, select, none {} other { (“{words}”)}}: ask an administrator of your tenant to grant it to the app registration, then sign in again.',
  accountOtherTenant:
    'This account or token belongs to the tenant {tenant}, but this workspace is that of {partner} ({own}), so it was not used: sign in with an account of {partner}, or open the other tenant’s workspace.',
  tokenOtherCloud:
    'The token for {service, select, graph {Microsoft Graph} other {Partner Center}} is of {cloud, select, global {21Vianet} other {the global cloud}}, but this workspace is of {cloud, select, global {the global cloud} other {21Vianet}}, so it was not sent: hand in one of the right cloud, and check “cloud” and “endpoints.authority” in the profile.',
  tokenOtherService:
    'The token is not made for {service, select, graph {Microsoft Graph} other {Partner Center}}, so it was not sent there: hand in one for each service, as JSON with “partnerCenter” and “graph”, or name the one service with --source.',
  tokenExpired:
    'The token for {service, select, graph {Microsoft Graph} other {Partner Center}} ended at {at}, so it was not sent: hand in a fresh one, and check date and time of this computer.',
  tokenFileInvalid:
    'The file {file} holds no token that can be used: it must hold one line with the token alone, or JSON with “partnerCenter” and “graph”.',
  tokenFileLacks:
    'The file {file} holds no token for {service, select, graph {Microsoft Graph (“graph”)} other {Partner Center (“partnerCenter”)}}: add it, or leave that service out with --source.',
  tokenFileRefused:
    '{service, select, graph {Microsoft Graph} other {Partner Center}} does not accept the token in {file}: put a fresh one there, of this partner and cloud, and start again.',
  accountByFile:
    'This console was started with the tokens in {file}, so nobody signs in or out here: start it without --token-file for that.',
};

/** What the browser shows when a person comes back from the sign-in page. */
export const signInPages = {
  done: 'You are signed in',
  doneNext: 'Close this page and go back to the console of {partner}.',
  failed: 'You are not signed in',
  failedNext: 'Close this page and go back to the console: it says why.',
};
