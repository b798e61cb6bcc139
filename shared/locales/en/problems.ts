/** What can go wrong outside imports and invitations. `line` is 0 when it is not known. */
export const generalProblems = {
  profileNotJson:
    'The profile {file} is not valid JSON{line, plural, =0 {} other { (line {line})}}: correct it there, or export it again.',
  profileInvalid: 'The profile {file} cannot be used: field {field} {reason}. Correct that field and try again.',
  workspaceExists: 'The folder {folder} already holds a workspace: open that one, or choose another folder.',
  workspaceMissing: 'The folder {folder} holds no workspace: create one there first, or choose another folder.',
  workspaceDamaged:
    'The workspace file {file} is damaged ({reason}): nothing was changed, so restore it from a backup and try again.',
  workspaceNewer:
    'The workspace file {file} was written by a newer version of the console (format {version}): update the console and open it again.',
  workspaceBusy: 'The workspace {folder} is already open in {holder}: use that one, or close it first.',
  unknownCustomer: 'This workspace has no customer {customer}: check the ID, or import the customer first.',
  unknownSubscription: 'This workspace has no subscription {subscription}: check the ID, or import it first.',
  requestInvalid: 'The policy request cannot be judged: field {path} {reason}. Correct that field and ask again.',
  unknownAction: 'The policy knows no action “{action}”: check the spelling of action.name.',
  channelObserved:
    'The purchase channel of subscription {subscription} is observed to be {channel} (source: {source}), so it cannot be declared otherwise.',
  fileUnreadable: 'The file {file} cannot be read ({reason}): check that it exists and that you may open it.',
  internal: 'Something unexpected went wrong inside the console: nothing more is known here, so try again.',
  notAllowed: 'Refused by rule {rule}: {statement}',
  cannotTell: 'It cannot be told whether this is allowed (rule {rule}), so it was not done: {statement}',
  workspaceUnusable: 'The workspace folder {folder} cannot be used ({reason}): choose a folder that you may write to.',
  workspaceIncomplete:
    'The workspace {folder} is incomplete: {missing} is gone, so nothing was changed. Put it back from a backup, or choose another folder.',
  ambiguousSubscription:
    'Subscription {subscription} stands with several customers ({customers}): name the customer as well.',
  linkOfAnotherCustomer:
    'This GDAP link belongs to the relationship of another customer ({customer}): take the link that was made for this one.',
};
