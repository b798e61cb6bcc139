/** The invitation dialog. */
export const inviting = {
  title: 'Prepare invitation',
  forCustomer: 'for {name}',
  close: 'Close',
  mayTitle: 'We may invite this customer',
  mayNotTitle: 'We may not invite this customer.',
  cannotTellTitle: 'We cannot tell whether we may invite this customer.',
  gdap: {
    title: 'Prepare GDAP request',
    mayTitle: 'We may request GDAP from this customer',
    mayNotTitle: 'We may not request GDAP from this customer.',
    cannotTellTitle: 'We cannot tell whether we may request GDAP from this customer.',
    first:
      'First create the GDAP relationship in Partner Center: choose its roles and its duration, and finalize the request. Then paste here the link that Partner Center shows.',
  },
  /** What an indirect reseller on the global cloud does in the portal before (R04). */
  jointFirst:
    'First create the joint invitation in Partner Center, naming us and one of our providers ({providers}). Then paste here the link that Partner Center shows.',
  link: 'Invitation link',
  linkHint: 'Paste it as the portal shows it. It is checked, never opened and never changed.',
  linkFrom: 'Link to {host}',
  kindUnknown: 'The address does not say what kind of invitation this is; it is treated as a reseller invitation.',
  to: 'Recipient',
  toHint: 'The customer’s global administrator. Several addresses are separated by commas.',
  toPlaceholder: 'name@customer.example',
  previewTo: 'To',
  cancel: 'Cancel',
  language: 'Language of the mail',
  languageHint: 'The customer’s language, not that of this window.',
  preview: 'Preview',
  previewWaiting: 'The mail appears here once link and recipient are filled in.',
  subject: 'Subject',
  formatted: 'Formatted',
  plain: 'Plain text',
  export: 'Export draft',
  exporting: 'Exporting…',
  exportedTitle: 'The draft is ready.',
  exportedText:
    'It is an unsent mail: open it, look it over, and send it from your own mailbox. The invitation is recorded in the dossier of {name} under reference {reference}.',
  path: 'Draft',
  open: 'Open in mail program',
  opened: 'Handed to your mail program.',
  notOpened: 'No mail program answered. Open the file at the path above yourself.',
  another: 'Prepare another',
};
/** Why a link or a recipient is refused. */
export const invitationProblems = {
  linkMissing: 'The invitation link is missing: paste it exactly as Partner Center shows it.',
  linkTooLong:
    'The invitation link is longer than {limit} characters: paste the link alone, without the mail around it.',
  linkCharacter:
    'The invitation link has {character} at position {position}, which no link may have: copy the link again from Partner Center.',
  linkNotAddress: 'The invitation link “{link}” is not a web address: paste it exactly as Partner Center shows it.',
  linkScheme:
    'The invitation link begins with {scheme} but must begin with https: – copy it again from Partner Center.',
  linkUserInfo:
    'The invitation link has a user name before its host {host}, which real links never have: do not use it, and copy the link again from Partner Center.',
  linkPort:
    'The invitation link names port {port} after its host {host}, which real links never do: copy the link again from Partner Center.',
  linkLookalike:
    'The invitation link spells its host as “{spelled}”, which may pass for another host: do not use it, and copy the link again from Partner Center.',
  linkHost:
    'The invitation link leads to {host}, which is not a known host for invitations ({known}): copy the link again from Partner Center.',
  linkOtherPartner:
    'The link that Partner Center told names the partner {partner}, and not us: import relationshiprequest.json from our own Partner Center account, or paste our link.',
  linkOtherCloud:
    'The invitation link leads to {host}, which belongs to {cloud, select, global {the global cloud} other {21Vianet}} and not to the cloud of this workspace: copy the link from this workspace’s own Partner Center.',
  recipientMissing: 'The recipient is missing: give at least one mail address, such as name@customer.example.',
  recipientControl:
    'The recipient field has a line break or another invisible character at position {position}: type the address again on one line.',
  recipientNotAddress:
    'The recipient field has “{entry}”, which is not a mail address: write it like name@customer.example, and separate several by commas.',
  recipientGroup: 'The recipient field has the group “{entry}”: list its addresses one by one, separated by commas.',
  receivedUnknown: 'The received link {invitation} is no longer there: open the list of received links again.',
  invitationUnknown: 'This customer has no invitation {invitation}: check the reference.',
  invitationNotExported: 'The invitation {invitation} has no draft on this computer: export it first.',
  invitationStep:
    'The invitation {invitation} is in state “{statusNow}”, from where it cannot go to “{statusNext}”: choose a later state, or undo its last step first.',
  invitationEnded:
    'The invitation {invitation} has ended in state “{statusNow}”, so it cannot go to “{statusNext}”: undo that last step first.',
  invitationFirstStep:
    'The invitation {invitation} has only its first step, “{statusNow}”, which cannot be undone: mark it as withdrawn if it should not count.',
  invitationNoDraft:
    'The invitation {invitation} is no longer a draft, for its state is “{statusNow}”: prepare a new one, or undo its last step first.',
  draftLinkGone:
    'The link of the draft {invitation} comes from our provider and is no longer among the received ones: take it in again, or name another with --link or --received.',
  resendDraft:
    'The invitation {invitation} is still a draft that nobody was sent, so there is nothing to send again: continue it, and change its language there.',
  invitationLinkGone:
    'The link of invitation {invitation} is our provider’s and is no longer among the received links: take it in again, then re-send the invitation.',
  wordsSubjectMissing: 'The subject is empty: write one, or go back to the built-in words.',
  wordsSubjectControl:
    'The subject has a line break or another invisible character at position {position}: type it again on one line.',
  wordsParagraphControl:
    'Paragraph {paragraph} has an invisible character at position {position}: type it again as plain text.',
  wordsVariable: 'The words use the unknown variable {variable}: choose among {known}, or take the braces away.',
  wordsNoValue:
    'The words use {variable}, which is not known for {customer}: leave that variable out, or complete the records.',
  wordsLink:
    'The words hold a link to {host}, but an invitation link stands only where the mail itself puts it: take it out of the subject and the paragraphs.',
  templateUnknown: 'The template {template} is no longer there: choose another one, or the built-in words.',
  templateKind:
    'The template “{name}” is for {templateKind, select, gdap {GDAP requests} other {reseller invitations}}, and this link is none: choose another template.',
  templateLanguage:
    'There is no template “{name}” in {language, select, en {English} zhCN {simplified Chinese} other {traditional Chinese}}: save one under that name, or choose another language.',
  templateNameTaken: 'Another template of this kind and language is already called “{name}”: choose another name.',
  templatesNotJson:
    'The template file {file} is not valid JSON{line, plural, =0 {} other { (line {line})}}: export it again.',
  templatesFormat:
    'The file {file} holds no templates of this console: choose a file that was made by exporting templates.',
  templatesNewer:
    'The template file {file} was written by a newer version of the console (format {version}): update the console and import it again.',
  templatesInvalid: 'The template file {file} cannot be used: field {field} {reason}. Nothing was taken from it.',
  templatesVariable:
    'The template “{name}” in {file} uses the unknown variable {variable}, so nothing was taken from the file: choose among {known}.',
  templatesText:
    'The template “{name}” in {file} holds what no mail may carry, an invisible character or an invitation link, so nothing was taken from the file: take it out there.',
  addressLineUnknown:
    'No customer is called “{customer}”: begin the line with the customer’s ID, domain or exact name, then the address.',
  addressLineDomain:
    'No customer has the domain of {address}: write the customer’s ID, domain or exact name before the address.',
  addressLineAmbiguous: 'Several customers are called “{customer}”: name the one that is meant by its ID.',
  addressLineEmpty: 'The line names “{customer}” but no mail address: write one after it.',
  addressLineUnreadable: 'The line holds signs that are no text, such as a NUL byte or a damaged letter: type it anew.',
  addressFileNoText:
    '{file} holds no list of addresses but a workbook, a picture or a PDF: save the list as a CSV or text file and choose that one.',
  bulkNoAddress: 'No mail address is given for {customer}: add a line with it to the address list.',
  bulkAlready: '{customer} already has this invitation ({invitation}), so it is left out.',
  bulkOpen:
    '{customer} has an open invitation of the same kind ({invitation}): mark it as withdrawn or stale first, or invite this customer alone.',
  bulkDrafted:
    '{customer} has a saved draft of the same kind ({invitation}): continue it, or mark it as withdrawn first.',
  bulkOneCustomer: 'A GDAP link belongs to one customer: choose that customer alone.',
  bulkRunning: 'Invitations are being exported already: wait until that is done, or cancel it.',
  customerLine: 'The customer list {file} has no tenant ID on line {line}: write one ID a line, and nothing else.',
  customerLinesMissing: 'The customer list {file} is empty: write one tenant ID a line.',
  linkHostInvalid:
    '“{host}” is not a host name: write it whole and in lower-case ASCII, such as invite.partner.example, without https:, port or path.',
  invitationUnwritable:
    'The draft {file} cannot be written ({reason}): choose another folder for drafts, or make room there.',
};
/** The invitation mail. `mpnId` is `none` when the partner has none to show. */
export const mail = {
  portal: '{cloud, select, global {Microsoft Partner Center} other {Partner Center operated by 21Vianet}}',
  greeting: 'Dear {customer},',
  greetingHint: 'To the global administrator of your organization.',
  sender: '{mpnId, select, none {{partner}} other {{partner} (MPN ID {mpnId})}}',
  reference: 'Reference: {reference}',
  linkAdviceText: 'Please open this link. Copy it unchanged: it is what ties your answer to us.',
  linkAdvice:
    'If the button does not work, copy the address below unchanged into your browser. Please do not edit it: it is what ties your answer to us.',
  unexpected: 'If you did not expect this message, do not open the link; please ask us first.',
  closing: 'Kind regards',
  reseller: {
    subject: '{partner}: invitation to accept us as your cloud reseller ({customer})',
    who: 'We, {sender}, are a partner in the Cloud Solution Provider program. With this message we invite you to accept us as a reseller for your organization. The invitation was created in {portal}.',
    meaning: 'By accepting it, you authorize us as a reseller for your organization.',
    unchanged:
      'Nothing else changes: your existing subscriptions stay with whoever sold them to you, with the same owner, terms and partner of record.',
    access:
      '{cloud, select, global {A reseller relationship alone gives us no administrative access to your tenant; should we need it, we ask for it separately.} other {The page that opens tells whether it also asks for delegated admin privileges; please read it before you accept. You can remove such privileges at any time.}}',
    how: 'A global administrator of your organization must open the link, sign in and accept. Nobody else can do so.',
    button: 'Review the invitation',
  },
  gdap: {
    subject: '{partner}: request for granular delegated admin privileges ({customer})',
    who: 'We, {sender}, ask for granular delegated admin privileges (GDAP) in your tenant. The request was created in {portal}.',
    purpose:
      'Purpose: so that we can provision and support your services, with no more rights and for no longer than you approve.',
    termsTitle: 'What we ask for',
    duration: 'Duration: {days, plural, one {# day} other {# days}}',
    days: '{days, plural, one {# day} other {# days}}',
    extends: 'Auto-extend: yes, by 180 days each time, until you or we end it',
    extendsNot: 'Auto-extend: no, the access ends by itself',
    roles: '{count, plural, one {Role:} other {Roles:}}',
    roleExplained: '{name}: {description}',
    onPage: 'What is not listed here is shown on the page that opens; please read it before you approve.',
    unchanged:
      'Nothing else changes: your subscriptions, their owners, terms and partners of record stay as they are, and you can end this access at any time.',
    how: 'A global administrator of your organization (or its delegated admin relationship administrator) must open the link, sign in and approve.',
    button: 'Review the request',
  },
  roleDescriptions: {
    '62e90394-69f5-4237-9190-012177145e10': 'manages every setting of the tenant and all its services',
    '4d6ac14f-3453-41d0-bef9-a3e0c569773a': 'assigns and removes product licenses for users',
    'fe930be7-5e62-47db-91af-98c3a49a38b1': 'manages users and groups, and resets passwords of most users',
    'f023fd81-a637-4b56-95fd-791ac0226033': 'reads service health and manages support requests',
    '729827e3-9c14-49f7-bb1b-9608f156bbb8': 'resets passwords of users without administrator roles',
  },
};
