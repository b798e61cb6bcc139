/** What can go wrong with what staff decide here and a service shall do; `words` and `code` are the service's. */
export const outboxProblems = {
  outboxUnknown: 'The outbox has no entry {entry}: look at its list again.',
  outboxTwice:
    'The same{customer, select, none {} other { for {customer}}} is in the outbox already (decided on {since}): send that first, or take it back.',
  outboxNameTaken:
    'A relationship named “{name}” exists already, and each of ours needs a name of its own: choose another name.',
  outboxNoDelegation:
    'Our records show no GDAP relationship {delegation} with {customer}: synchronise, then choose it from the customer’s list.',
  outboxNotOurs: 'The relationship “{name}” is another partner’s, so we cannot change it: ask that partner.',
  outboxGone: 'The relationship “{name}” no longer exists at Microsoft, so there is nothing to change.',
  outboxNotInForce:
    'The relationship “{name}” is not in force, so there is nothing to end: synchronise if the customer approved it meanwhile.',
  outboxExtendsAlready:
    'The relationship “{name}” {extends, select, yes {extends itself already} other {does not extend itself as it is}}, so there is nothing to change.',
  outboxDapOff: 'DAP with {customer} is off already, so there is nothing to remove.',
  outboxCustomerGone:
    'The customer is no longer in our records, so nothing was sent: look whether it was erased, and decide anew.',
  outboxSent:
    'This was sent already, or is on its way, so it cannot be taken back: wait for what comes of it, and then decide what undoes it.',
  outboxOver: 'This is over already, so there is nothing to take back: look in the outbox what came of it.',
  outboxNothingToRetry: 'Only what needs attention can be tried again: look at its list again, or decide it anew.',
  outboxNotAsBefore:
    'The relationship “{name}” is not active any more, so nothing was changed: synchronise, and look how it stands.',
  outboxUnreadable:
    'The service’s answer could not be read, so nobody can tell what came of it: synchronise, look how things stand, and then try again.',
  outboxUnclear:
    '{host} failed again and again (status {status}{words, select, none {} other {, “{words}”}}), so nobody can tell what came of it: synchronise, look how things stand, and then try again.',
  outboxNoCommerce:
    'Partner Center says that we have no commerce relationship with this customer (code {code}{words, select, none {} other {: “{words}”}}): the customer must accept our invitation first.',
  outboxNoReseller:
    'Partner Center does not know the partner named as an indirect reseller of ours (code {code}{words, select, none {} other {: “{words}”}}): check that both partners have accepted their relationship.',
  outboxNoRights:
    'The account that is signed in may not do this (status {status}{code, select, none {} other {, code {code}}}{words, select, none {} other {: “{words}”}}): check its role in Partner Center, such as admin agent, and what the app registration was granted.',
  outboxNotFound:
    'The service does not know what this is about (status {status}{code, select, none {} other {, code {code}}}{words, select, none {} other {: “{words}”}}): synchronise, and look whether it still exists.',
  outboxConflict:
    'The service refused this because it contradicts how things stand there (status {status}{code, select, none {} other {, code {code}}}{words, select, none {} other {: “{words}”}}): synchronise, and decide anew.',
  outboxChanged:
    'Somebody changed the same thing while we did, twice in a row (status {status}{code, select, none {} other {, code {code}}}{words, select, none {} other {: “{words}”}}), so ours was not done: look how it stands now, and try again.',
  outboxRefused:
    'The service refused this (status {status}{code, select, none {} other {, code {code}}}{words, select, none {} other {: “{words}”}}): read what it says, change what was asked for, and decide anew.',
};
