/** What can go wrong between this computer and a service; `code` is the network's own, `words` are the service's. */
export const networkProblems = {
  networkNameUnknown:
    'The address {host} cannot be found ({code}): check that this computer is online, and that the profile’s endpoints name the address rightly.',
  networkUnreachable:
    'There is no way from this computer to {host} ({code}): check that it is online, and its VPN and firewall.',
  networkConnectionRefused:
    'Nothing answers at {host} ({code}): check the address in the profile’s endpoints, and that no firewall closes the way to it.',
  networkReset:
    'The connection to {host} broke off {tries, plural, one {({code})} other {# times in a row ({code})}}: try again, and if it goes on, check the proxy and firewall of this network.',
  networkSilent:
    '{host} did not answer in time{tries, plural, one {} other {, # times in a row}}: try again later, and if it goes on, check the network connection and its proxy.',
  networkHalf:
    'Only part of an answer came from {host}{tries, plural, one {} other {, # times in a row}}, so nothing of it was taken: try again, and if it goes on, check the proxy and firewall of this network.',
  networkEmpty:
    '{host} gave an empty answer{tries, plural, one {} other {, # times in a row}} (status {status}): try again later, and if it goes on, check the address in the profile’s endpoints.',
  networkTooLarge:
    'The answer of {host} is larger than {megabytes} MB, so it was not read: check that the profile’s endpoints name the right address.',
  networkNotJson:
    '{host} answered with {form, select, page {a web page} other {something unreadable}} instead of data (status {status}), which is what a proxy or a sign-in page of the network does: open a web page in the browser to sign in to the network, and check the proxy and the profile’s endpoints.',
  networkRedirected:
    '{host} sent us on {to, select, none {elsewhere} other {to {to}}} instead of answering, and we did not follow: check whether this network wants you to sign in first, and the address in the profile’s endpoints.',
  networkCertificate:
    'The identity of {host} could not be verified, because its certificate {reason, select, date {is not valid at this time} name {was made for another address} authority {was issued by someone this computer does not trust} revoked {was withdrawn} other {is not in order}} ({code}), so nothing was sent: {reason, select, date {check date and time of this computer} name {check the address in the profile’s endpoints, and whether a proxy answers in its place} authority {where your company’s proxy inspects connections, have its root certificate installed on this computer} other {ask your network’s administrator whether a proxy inspects connections}}.',
  networkInsecure:
    'No secure connection to {host} could be made ({code}): check the address in the profile’s endpoints, and whether a proxy stands in between that does not let it pass.',
  networkProxy:
    'The proxy of this network did not let us through to {host} ({code}): check the proxy settings of this computer, and ask its administrator to allow {host}.',
  networkProxySignIn:
    'The proxy of this network wants to know who you are before it lets us through to {host} ({code}): sign in to it in the browser, or put name and password in the proxy settings of this computer.',
  networkFailed:
    'The connection to {host} failed{code, select, none {} other { ({code})}}: check that this computer is online, and its proxy and firewall, then try again.',
  networkForeignAddress:
    'An address that leads to {to} was not asked, because our access token is only for {host}: check the profile’s endpoints, and report it if they are right.',
  networkBusy:
    '{host} has had too many requests and still asks us to wait{minutes, plural, =0 {} one { (about # minute)} other { (about # minutes)}} after {tries, plural, one {# try} other {# tries}}: try again later, and check whether other programs use the same partner’s account.',
  networkServiceDown:
    '{host} failed to do its work{tries, plural, one {} other { # times in a row}} (status {status}{words, select, none {} other {, “{words}”}}): try again later, and check the service’s health page if it goes on.',
  networkTokenRefused:
    '{host} does not accept our sign-in{words, select, none {} other { (“{words}”)}}: sign in again, and check that the account belongs to this partner and to the cloud in the profile.',
  networkTokenUnusable:
    'What was given for {host} cannot be an access token: sign in again, or check the token file, which must hold the token alone.',
  networkNoRights:
    '{host} says that the account that is signed in may not do this{code, select, none {} other { (code {code}{words, select, none {} other {: “{words}”}})}}: check its roles in Partner Center, such as admin agent, and what the app registration was granted.',
  networkRefused:
    '{host} refused the request (status {status}{code, select, none {} other {, code {code}}}{words, select, none {} other {, “{words}”}}): check the profile’s endpoints and the partner’s account, then try again.',
};
