/** The import dialog. */
export const importing = {
  title: 'Import files',
  intro:
    'Each file is recognized by what it holds. A file is read whole or refused whole, and every row is accounted for.',
  drop: 'Drop files here',
  choose: 'Choose files…',
  dropAnywhere: 'Drop the files to import them',
  takes:
    'Customers, Subscriptions, GDAP relationships and security groups as downloaded from the portal; the 21Vianet reconciliation file; responses from Partner Center and Microsoft Graph as JSON.',
  files: 'Files',
  state: {
    waiting: 'Waiting',
    reading: 'Reading…',
    done: 'Imported',
    nothing: 'Nothing imported',
    partly: 'Imported in part',
    unchanged: 'Nothing new',
    refused: 'Refused',
    asking: 'Your answer needed',
    stopped: 'Not read',
  },
  kinds: {
    'portal-customers': 'Customers download',
    'portal-subscriptions': 'Subscriptions download',
    'gdap-relationships': 'GDAP relationships download',
    'gdap-security-groups': 'Security groups for GDAP',
    'reconciliation-license': 'Reconciliation file, license-based',
    'api-customers': 'Customers from Partner Center',
    'api-customer': 'One customer from Partner Center',
    'api-subscriptions': 'Subscriptions from Partner Center',
    'api-subscribed-skus': 'Seat counts from Partner Center',
    'api-indirect-resellers': 'Indirect resellers from Partner Center',
    'api-relationship-request': 'Relationship request link from Partner Center',
    'api-support-contact': 'Support contact from Partner Center',
    'api-error': 'Error response from Partner Center',
    'api-throttled': '“Too many requests” response from Partner Center',
    'api-customer-patch': 'Request body that removes DAP',
    'graph-relationships': 'GDAP relationships from Microsoft Graph',
    'graph-relationship': 'One GDAP relationship from Microsoft Graph',
    'graph-relationship-request': 'GDAP relationship request from Microsoft Graph',
    'graph-access-assignments': 'Access assignments from Microsoft Graph',
    'graph-customers': 'GDAP customers from Microsoft Graph',
  },
  encodings: {
    'utf-8': 'UTF-8',
    'utf-8-bom': 'UTF-8 with BOM',
    'utf-16le': 'UTF-16 LE',
    'utf-16be': 'UTF-16 BE',
    gb18030: 'GB18030',
  },
  account: {
    rows: '{count, plural, one {# row} other {# rows}}',
    added: '{count} added',
    updated: '{count} updated',
    unchanged: '{count} unchanged',
    rejected: '{count} rejected',
  },
  summary:
    '{files, plural, one {# file} other {# files}} read: {added} added, {updated} updated, {unchanged} unchanged, {rejected} rejected.',
  refusedFiles: '{count, plural, one {# file was refused.} other {# files were refused.}}',
  askingFiles: '{count, plural, one {# file needs your answer.} other {# files need your answer.}}',
  stoppedFiles: '{count, plural, one {# file was not read.} other {# files were not read.}}',
  rejected: {
    show: '{count, plural, one {# rejected row} other {# rejected rows}}',
    caption: 'Rejected rows of {file}',
    line: 'Line',
    column: 'Column',
    reason: 'Reason',
    wholeRow: 'whole row',
    copy: 'Copy these rows',
    file: 'File',
    more: '{count, plural, one {# more row is not shown.} other {# more rows are not shown.}}',
  },
  ask: {
    customerTitle: 'Whose subscriptions are these?',
    customerText: 'The file does not name its customer. Choose the customer and it is read again.',
    relationshipTitle: 'Which relationship do these belong to?',
    relationshipText:
      'The file does not name its GDAP relationship. Choose the customer, then the relationship, and it is read again.',
    customer: 'Customer',
    customerPlaceholder: 'Type a name or domain',
    relationship: 'GDAP relationship',
    relationshipPlaceholder: 'Choose a relationship',
    noCustomers: 'No customer matches. Import the customers first.',
    moreCustomers: '{count, plural, one {# more: type to narrow} other {# more: type to narrow}}',
    noRelationships: 'We know of no GDAP relationship with this customer. Import the relationships first.',
    again: 'Import for this customer',
    againRelationship: 'Import for this relationship',
  },
  progress: 'Reading {file} ({at} of {of})',
  stop: 'Stop after this file',
  close: 'Close',
  clear: 'Clear the list',
};
/** What makes a whole file unreadable; nothing of it is recorded. */
export const importProblems = {
  import: {
    emptyFile: '{file} is empty: there is nothing to import.',
    workbook: '{file} is a workbook, not a text file: save the sheet as CSV UTF-8 and import that.',
    notText: '{file} is not a text file: import the CSV or JSON file as it was downloaded.',
    encoding:
      '{file}, line {line}: this cannot be read as {encoding}; the file is damaged, cut off or of mixed encodings, so download it again.',
    quotes:
      '{file}, line {line}: a quotation mark in this row has no partner; the file is damaged or cut off, so download it again.',
    truncated: '{file}, line {line}: the file breaks off in the middle of this row; download it again.',
    json: '{file}, line {line}: this is not valid JSON; the file is damaged or cut off, so download it again.',
    notObject: '{file} holds JSON, but not a response from Partner Center or Microsoft Graph: it must be one object.',
    unknownFile: '{file} cannot be imported: its columns or fields “{header}” match no known file.',
    missingColumn: '{file}, line 1: the column “{column}” is missing; add it or download the file again.',
    repeatedColumn: '{file}, line 1: the column “{column}” appears twice; remove the one that is not meant.',
    unknownRelationship:
      'No customer of this workspace has the relationship {relationship}; import the relationships first.',
  },
};

/** Why one row was not taken. */
export const rejections = {
  needsCustomer: 'The file does not say whose row this is: name the customer and import it again.',
  needsRelationship:
    'The file does not say which relationship this belongs to: name the relationship and import it again.',
  missingField: '{field} is empty.',
  unreadableField: '{field} cannot be read: “{value}”.',
  notAGuid: '{field} must be a GUID, but it is “{value}”.',
  notANumber: '{field} must be a whole number, but it is “{value}”.',
  notADate: '{field} must be a date, but it is “{value}”.',
  notADuration: '{field} must be a duration such as P730D, but it is “{value}”.',
  unknownStatus: '{field} holds a status that is not known: “{value}”.',
  cellCount: 'The row has {cells, plural, one {# cell} other {# cells}}, but the header has {columns}.',
  contradictsLine: 'Line {line} says otherwise about the same record, and that line was taken.',
  otherPartner: 'The row belongs to another partner: {partner}.',
  unknownSubscription:
    'Subscription {subscription} of customer {customer} is not known yet: import the subscriptions first.',
  serverError: 'This is an error that the server sent ({code}: {description}), not data.',
  throttled: 'This is the server’s response to too many calls ({message}), not data.',
  requestNotData: 'This is a request to a server, not data: it says what was asked for, but not for which customer.',
  relationshipStep:
    'This is a step in the life of a relationship that it does not name ({action}, {status}); import the relationships instead.',
};
