/** The mail that asks a provider of ours for an invitation link. `mpnId`, `domain` and `provider` are `none` when there is none to show. */
export const asking = {
  subject: '{partner}: please send us a reseller invitation link for {customer}',
  greeting: '{provider, select, none {Dear colleagues,} other {Dear colleagues at {provider},}}',
  ask: 'We would like to serve the customer named below as your indirect reseller. Please create a reseller relationship invitation for this customer in {portal} and send us its link.',
  why: '{cloud, select, global {Please create it as the joint invitation that names us, {partner}, as the indirect reseller and you as the indirect provider.} other {An indirect reseller cannot create this invitation itself; its indirect provider does, and hands it to us.}}',
  usTitle: 'Who we are',
  customerTitle: 'The customer',
  name: 'Name: {name}',
  mpnId: 'MPN ID: {mpnId}',
  domain: 'Domain: {domain}',
  tenantId: 'Tenant ID: {tenantId}',
  how: 'Please send the link exactly as Partner Center shows it, or as a hand-off file from your Partner Console. We forward it to the customer; only a global administrator there can accept it.',
};

/** The mail that carries a hand-off file to a reseller of ours. */
export const handingOver = {
  subject: '{partner}: invitation link to forward {customer, select, none {to your customers} other {to {customer}}}',
  greeting: '{reseller, select, none {Dear colleagues,} other {Dear colleagues at {reseller},}}',
  what: 'Attached is a hand-off file with {kind, select, gdap {a GDAP request} other {a reseller invitation}} {customer, select, none {for you to forward} other {for you to forward to {customer}}}.',
  how: 'Open it with your Partner Console: double-click the file, or drop it or this mail onto the window. The console checks who made it and that nothing was altered, and shows what it is before it records anything.',
  key: 'When this is our first hand-off file, please call us on a number that you already have and compare the digits that your console shows for our key.',
};

/** Why a link, a mail or a hand-off file is not taken in or not handed over. */
export const handOffProblems = {
  receivedTooLarge:
    'The file {file} is larger than {limit} MB, as no mail with an invitation is: choose the mail or the hand-off file itself.',
  openedOther:
    'The file {file} is not opened: only hand-off files, whose names end in {extension}, open this way. Import it, or take it in from the invitations.',
  filesNotOpened:
    'The file {file} is not opened: {holder} is at work on the workspace {folder} and has no window for it. Open the file again when that is done.',
  openedTooLarge: 'The file {file} is larger than {limit} MB, as no hand-off file is: ask its maker to send it again.',
  receivedNeither:
    'The file {file} is neither a hand-off file nor a mail: save the mail as an .eml file, or paste its link instead.',
  mailNoLink:
    'The mail {file} has no link to a known host for invitations ({known}): ask the sender for the link, or paste it instead.',
  mailUnreadable: 'The mail {file} cannot be read: save it again as an .eml file, or paste its link instead.',
  handOffNotJson:
    'The hand-off file {file} is cut off or was altered, for it is not valid JSON: ask its maker to send it again.',
  handOffFormat:
    'The file {file} is no hand-off file, for its fields format and version do not say so: choose another file.',
  handOffNewer:
    'The hand-off file {file} was written by a newer version of the console (field version is {version}): update the console and open it again.',
  handOffField:
    'The hand-off file {file} cannot be used: field {field} {reason}. Ask its maker to write it again, and change nothing in it.',
  handOffStrangeField:
    'The hand-off file {file} cannot be used: it has a field {field} that no hand-off file has. Ask its maker to send it again.',
  handOffAltered:
    'The hand-off file {file} was altered after it was made, for its field checksum does not match the rest: do not use it, and ask its maker to send it again.',
  handOffForged:
    'The hand-off file {file} was not signed by the holder of its key, for its field signature does not match: do not use it, and tell the provider that it names.',
  handOffOtherCloud:
    'The hand-off file {file} is for {cloud, select, global {the global cloud} other {21Vianet}} (field cloud), which is not the cloud of this workspace: open it in the workspace of that cloud.',
  handOffStranger:
    'The hand-off file {file} was made by tenant {tenant} (field createdBy.tenantId), which is not among our providers, so its link may not be forwarded (rule {rule}). The file says that its maker is called “{partner}”, which proves nothing: ask a provider of ours for a link.',
  handOffOtherAudience:
    'The hand-off file {file} was made for {audience} (field audience.tenantId) and not for us, so its link may not be forwarded (rule {rule}): ask our provider for one of our own.',
  handOffLink:
    'Field link of the hand-off file {file} is not an invitation link that may be used here: it must begin with https: and lead to one of {known}. Ask its maker for another file.',
  handOffOtherKind:
    'Field kind of the hand-off file {file} says {said, select, gdap {GDAP} other {reseller invitation}}, but its link is {kind, select, gdap {a GDAP request} other {a reseller invitation}}: ask its maker for another file.',
  handOffOtherKey:
    'The hand-off file {file} is signed with another key (field publicKey) than the one of {partner} that was kept on {since}: call them on a number that you already have, and take the file in with the digits that they read out for their key; this file’s are {fingerprint}.',
  handOffFingerprint:
    'The key of the hand-off file {file} (field publicKey) has the digits {fingerprint}, which are not those that were read out: do not use the file, and tell {partner}.',
  askNoProvider:
    'The request was not written, for the profile names no provider of {us} (rule {rule}): name our indirect provider in the field providers of the profile, if there is one.',
  askNoReseller:
    'The request was not written, for only an indirect reseller asks a provider, and the profile does not say that {us} is one (rule {rule}): invite the customer with a link of our own, or complete the field programs of the profile.',
  askStranger:
    'The request to {provider} was not written, for that partner is not among our providers (rule {rule}): ask one of {known}, or complete the profile.',
  providerNotOurs:
    'Partner {provider} is not among our providers, so its link may not be forwarded (rule {rule}): name the provider that sent it, or complete the profile.',
  receivedFromOther:
    'This link was already taken in as one of {partner}: remove that received link first if it is from somebody else.',
  resellerNotAllowed: 'Nothing was handed over, because of reseller {reseller}. Refused by rule {rule}: {statement}',
  resellerCannotTell:
    'Nothing was handed over, because of reseller {reseller}. It cannot be told whether this is allowed (rule {rule}): {statement}',
  signingKeyDamaged:
    'The key file {file} is damaged, so nothing can be signed: restore it from a backup. If there is none, delete the file: a new key is made, and the resellers must compare its digits again.',
};
