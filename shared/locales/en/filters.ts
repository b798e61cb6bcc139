/** What narrows the lists besides the search and the channels, and the tags of customers. */
export const filters = {
  button: 'Filters',
  buttonSet: 'Filters: {count, plural, one {# set} other {# set}}',
  any: 'Any',
  clearAll: 'Clear all filters',
  more: 'Only the {count, number} most frequent are shown: search to narrow the list',
  noValues: 'Nothing to choose from',
  chip: '{filter}: {value}',
  clear: 'Clear this filter',
  nothing: 'Nothing here has “{value}” under “{filter}”.',
  names: {
    access: 'Our access',
    expiring: 'Access ends',
    reseller: 'Reseller',
    tag: 'Tag',
    status: 'Status',
    service: 'Service',
    seller: 'Sold by',
    ending: 'Ends',
  },
  access: { ends: 'Ends on a date', 'open-ended': 'No end (DAP)', none: 'None', unknown: 'Not known' },
  /** Services by the names that their vendor gives them; others stand for themselves. */
  services: {
    'office-365': 'Office 365',
    'enterprise-mobility-security': 'Enterprise Mobility + Security',
    intune: 'Intune',
    'power-bi': 'Power BI',
    'dynamics-365': 'Dynamics 365',
    'windows-365': 'Windows 365',
    'power-platform': 'Power Platform',
    visio: 'Visio',
    project: 'Project',
    azure: 'Azure',
  },
  within: '{days, plural, one {within one day} other {within # days}}',
  unknown: 'Not known',
};

export const tags = {
  label: 'Tags',
  add: 'Add tag',
  field: 'Tag',
  placeholder: 'Choose or type a tag',
  create: 'New tag “{tag}”',
  remove: 'Remove tag {tag}',
  added: 'Tag {tag} added.',
  removed: 'Tag {tag} removed.',
  bulk: 'Tags…',
  bulkTitle: '{count, plural, one {Tag # customer} other {Tag # customers}}',
  addNow: 'Add',
  removeNow: 'Remove',
  tagged:
    '{count, plural, =0 {All of them had the tag “{tag}” already.} one {# customer got the tag “{tag}”.} other {# customers got the tag “{tag}”.}}',
  untagged:
    '{count, plural, =0 {None of them had the tag “{tag}”.} one {The tag “{tag}” was taken off # customer.} other {The tag “{tag}” was taken off # customers.}}',
  unreadable:
    '{count, plural, one {The dossier of # customer can’t be read: nothing was changed there.} other {The dossiers of # customers can’t be read: nothing was changed there.}}',
  tooLong: 'A tag has at most 60 characters.',
};
