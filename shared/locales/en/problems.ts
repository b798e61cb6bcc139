/** What can go wrong outside imports and invitations. `line` is 0 when it is not known. */
export const generalProblems = {
  profileNotJson:
    'The profile {file} is not valid JSON{line, plural, =0 {} other { (line {line})}}: correct it there, or export it again.',
  profileInvalid: 'The profile {file} cannot be used: field {field} {reason}. Correct that field and try again.',
  workspaceExists: 'The folder {folder} already holds a workspace: open that one, or choose another folder.',
  workspaceMissing: 'The folder {folder} holds no workspace: create one there first, or choose another folder.',
  workspaceDamaged:
    'The workspace file {file} is damaged ({reason, select, format {it is empty, cut off, or not written by this console} checksum {it was changed by something other than this console} key {it was not written with this workspace’s key} missing {it is gone} other {its entry {detail} does not fit}}) and was left as it is: restore it from a backup{previous, select, none {} other { or from {previous}, the version before the last save,}} and try again.',
  workspaceNewer:
    'The workspace file {file} was written by a newer version of the console (format {version}): update the console and open it again.',
  workspaceBusy: 'The workspace {folder} is already open in {holder}: use that one, or close it first.',
  workspaceAtWork: 'The workspace {folder} is being written by {holder}: wait until that is done, and try again.',
  workspaceHeld:
    'The workspace {folder} is held by {holder} on the computer {machine}, which does not answer from here: close it there. If it is certainly open nowhere any more, such as after a power cut, delete the file {file} and try again.',
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
  documentDamaged:
    'Nothing was saved, because the document {file} is damaged: put the version before its last save in its place, or restore a backup, and save again.',
  documentWhole:
    'The file {file} is no damaged document of this workspace, so nothing was done: choose one from the list of damaged documents.',
  noVersionBefore:
    'There is no whole version of {file} from before its last save, so it was left as it is: restore the workspace from a backup.',
  workspaceReadOnly:
    'Nothing can be recorded, because the workspace file {file} was written by a newer version of the console (format {version}): update the console first.',
  workspaceOlder:
    'The workspace {folder} was written by an older version of the console: open it once for writing, which brings it up to date.',
  workspaceLocked: 'The workspace {folder} is encrypted: give its passphrase to open it.',
  workspaceOpening: 'The workspace {folder} is still being opened: try again in a moment.',
  passphraseWrong:
    'This passphrase does not open the workspace {folder}: check it, capital letters too, and type it again.',
  passphraseUnsure:
    'The new passphrase is in place, but the disk did not confirm {file} ({reason}), so a power cut may bring back the old one: keep both, and where one does not open the workspace, try the other.',
  noPassphrase: 'The workspace {folder} is not protected by a passphrase, so there is none to change.',
  keychainMissing: 'This computer has no keychain that could keep the key: choose a passphrase instead.',
  keychainUnusable:
    'The keychain {name} does not keep the key ({reason}): unlock it and try again, or choose a passphrase instead.',
  keychainRefuses:
    'The keychain {name} does not give out the key of the workspace {folder} ({reason}): sign in on this computer as the person who created it, or restore a backup.',
  workspaceEncrypted:
    'The workspace {folder} is encrypted, so it is not kept in the clear: leave out --plaintext, and give its passphrase.',
  workspaceInTheClear:
    'The workspace {folder} is kept in the clear and has no passphrase: leave out --passphrase-file, or back the workspace up and restore the backup with a passphrase.',
  backupExists: 'The file {file} is there already and was left as it is: choose another name for the backup.',
  backupUnwritable:
    'The backup {file} cannot be written ({reason}), and nothing is left of it: check that you may write there and that the disk is not full.',
  backupStopped: 'The backup {file} was stopped, and nothing is left of it: back up again when there is time for it.',
  backupsInside:
    'The folder of the backups {backups} lies in the workspace {folder}, with which it would be lost: choose another folder.',
  backupPassphraseWrong:
    'This passphrase does not open the backup {file}: check it, capital letters too, and type it again.',
  backupForeign: 'The file {file} is no backup of this console: choose one whose name ends in .pcbackup.',
  backupNewer:
    'The backup {file} was written by a newer version of the console (format {version}): update the console and restore it again.',
  backupCutOff:
    'The backup {file} is cut off, so nothing was restored: copy it again from where it was made, or choose another one.',
  backupDamaged:
    'The backup {file} is damaged, so nothing was restored: copy it again from where it was made, or choose another one.',
  partnerNameWrong: 'Nothing was erased, because the name typed is not that of the partner: type {name}.',
  folderNameWrong: 'Nothing was erased, because the name typed is not that of the workspace folder: type {name}.',
  erasingStopped:
    'The key of the workspace {folder} is erased, but not yet every file ({reason}): start the console again, which erases the rest.',
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
