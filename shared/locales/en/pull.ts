/** What keeps a sync from going on, and what of it can't be read. */
export const pullProblems = {
  syncUnknownShape:
    'What the service sent for “{step}” has another shape than it documents{field, select, none {} other { (no list “{field}”)}}: check that the address in the profile is that of the service, and update the console.',
  syncUnknownLinks:
    'The pages of “{step}” do not lead on as the service documents, so the list could not be read to its end: start the sync again later, and report it if it stops there again.',
  syncRefused: 'The service refused ({status}{code, select, none {} other { {code}}}): {words}',
  syncUnexpected:
    'The sync stopped for a reason that nobody foresaw ({reason}): start it again, and report it if it stops there again.',
  syncRunning: 'A sync is at work already: wait for it, pause it, or cancel it first.',
  clashUnknown: 'There is no open contradiction {clash} any more: look at the list again.',
  syncNotOffered:
    'Microsoft Graph refused the list of GDAP customers ({status}{code, select, none {} other { {code}}}{words, select, none {} other {: “{words}”}}), and no page promises it for this cloud, so GDAP is taken as not offered here: nothing was read, and what is known stays as it was. If another program of yours can read it, check the roles of the account that is signed in and what the app registration was granted.',
};

/** Why something that a service sent, or would not send, was left out; `code` is `none` where it named none. */
export const pullRejections = {
  serviceRefused: 'The service refused it ({status}{code, select, none {} other { {code}}}): {words}',
  unanswered:
    'The service gave no usable answer about it in {tries, plural, one {one try} other {# tries}}; what was known of it stands.',
  unknownShape:
    'What the service sent has another shape than it documents{field, select, none {} other { (no list “{field}”)}}, so nothing of it was taken.',
  listNotWhole: 'The service counts {counted, number} but named only {named, number}, so nothing was taken to be gone.',
  documentUnreadable: 'The document {document} of this workspace can’t be read, so its customers were left out.',
};
