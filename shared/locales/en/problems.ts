/** What can go wrong outside imports and invitations. `line` is 0 when it is not known. */
export const generalProblems = {
  profileNotJson:
    'The profile {file} is not valid JSON{line, plural, =0 {} other { (line {line})}}: correct it there, or export it again.',
  profileInvalid: 'The profile {file} cannot be used: field {field} {reason}. Correct that field and try again.',
  workspaceExists: 'The folder {folder} already holds a workspace: open that one, or choose another folder.',
  workspaceMissing: 'The folder {folder} holds no workspace: create one there first, or choose another folder.',
  workspaceDamaged:
    'The workspace file {file} is damaged ({reason, select, format {it is empty, cut off, or not written by this console} checksum {it was changed by something other than this console} other {its entry {detail} does not fit}}) and was left as it is: restore it from a backup{previous, select, none {} other { or from {previous}, the version before the last save,}} and try again.',
  workspaceNewer:
    'The workspace file {file} was written by a newer version of the console (format {version}): update the console and open it again.',
  workspaceBusy: 'The workspace {folder} is already open in {holder}: use that one, or close it first.',
  workspaceClosed: 'The workspace {folder} was closed before this could be recorded: open it and do it again.',
  unknownCustomer: 'This workspace has no customer {customer}: check the ID, or import the customer first.',
  unknownSubscription: 'This workspace has no subscription {subscription}: check the ID, or import it first.',
  requestInvalid:
    'The policy request{file, select, none {} other { in {file}}} cannot be judged: field {path} {reason}. Correct that field and ask again.',
  requestNotJson: 'The policy request in {file} is not valid JSON (line {line}): correct it there and ask again.',
  unknownQuestion: 'No question about {action} is asked here. Ask one of those that “can” answers.',
  unknownSource:
    'Rule {rule} has no source number {number} with a web address. Choose one of the sources that the rule names.',
  unknownAction:
    'The policy knows no action “{action}”{file, select, none {} other { (in {file})}}: check the spelling of {path}.',
  channelObserved:
    'The purchase channel of subscription {subscription} is observed to be {channel} (source: {source}), so it cannot be declared otherwise.',
  fileUnreadable: 'The file {file} cannot be read ({reason}): check that it exists and that you may open it.',
  notAllowed: 'Refused by rule {rule}: {statement}',
  cannotTell: 'It cannot be told whether this is allowed (rule {rule}), so it was not done: {statement}',
  workspaceUnusable:
    'The workspace folder {folder} cannot be used ({reason}): check that it is a folder and that you may write to it.',
  workspaceUnreadable:
    'The workspace file {file} cannot be read ({reason}): check that it is a file and that you may open it.',
  workspaceUnwritable:
    'The workspace file {file} cannot be written ({reason}) and was left as it was: check that you may write there and that the disk is not full.',
  workspaceIncomplete:
    'The workspace {folder} is incomplete: {missing} is gone, so nothing was changed. Put it back from a backup, or choose another folder.',
  ambiguousSubscription:
    'Subscription {subscription} exists for several customers ({customers}): name the customer as well.',
  linkOfAnotherCustomer:
    'This GDAP link belongs to the relationship of another customer ({customer}): use the link that was made for this one.',
  /** What is wrong with a field, as said of it: "field cloud must be one of …". */
  faults: {
    required: 'is missing',
    choice: 'must be one of {choices}',
    guid: 'must be an ID like 00000000-0000-0000-0000-000000000000',
    empty: 'must not be empty',
    emptyList: 'must name at least one',
    address: 'must be a web address',
    insecureAddress: 'must begin with https: (http: only for this computer)',
    instant: 'must be a date and time with its zone, like 2026-11-22T09:00:00Z',
    subscriptionOnly: 'must be “subscription” where the action is about a subscription',
    text: 'must be text in quotation marks',
    number: 'must be a number, zero or more',
    truth: 'must be true or false',
    list: 'must be a list in square brackets',
    object: 'must be an object in braces',
    other: 'has a value that does not fit',
  },
};
