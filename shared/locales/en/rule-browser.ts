/** The page of rules. */
export const ruleBrowser = {
  title: 'Rules',
  count: '{shown, number} of {all, plural, one {# rule} other {# rules}}',
  pane: 'Rule',
  resize: 'Width of the rule',
  close: 'Close the rule',
  search: { label: 'Search rules', placeholder: 'Search rules by ID, words, source, action' },
  columns: {
    rule: 'Rule',
    name: 'Name',
    effects: 'Says',
    effectsHint:
      'What the rule itself says. Whichever rule it is, the answer can also be “Cannot tell” where a fact is missing.',
    clouds: 'Cloud',
    customers: 'Customers',
    customersHint: 'How many customers of this workspace the rule decides an answer for today',
  },
  customersOf: '{count} of {of} customers',
  /** What a rule itself says; that an answer is open for want of a fact is not its word. */
  says: { lead: 'Says', all: 'Says: {what}', allow: 'yes', deny: 'no', unknown: 'nobody knows' },
  filter: {
    label: 'Filter the rules',
    chosen: '{name}: {value}',
    cloud: 'Cloud',
    program: 'Program',
    role: 'Role',
    action: 'Action',
    bothClouds: 'Both clouds',
    anyProgram: 'Any program',
    anyRole: 'Any role',
    anyAction: 'Any action',
    staffRoles: 'Our staff',
    customerRoles: 'The customer’s administrators',
    clear: 'Clear filters',
  },
  /** The customer's own roles, in its own tenant. */
  customerRoles: {
    'global-admin': 'Global administrator',
    'delegated-admin-relationship-admin': 'Delegated admin relationship administrator',
    'billing-admin': 'Billing administrator',
    other: 'Any other role',
  },
  deciding: {
    counting: 'Counting for how many customers it decides today…',
    none: 'Decides no answer for any customer of this workspace today.',
    some: 'Decides an answer for {count, number} of {of, plural, one {# customer} other {# customers}} today.',
    /** Beside “yes”, “no” and “cannot tell”; one customer may be counted under several. */
    so: '{answer}: {count, number}',
    otherCloud: 'Speaks of the {cloud} cloud only, so it decides nothing in this workspace.',
    show: 'Show them',
    failed: 'How many customers each rule decides for could not be counted. {problem}',
  },
  /** What a rule speaks of. */
  reach: {
    actions: 'Actions',
    everyAction: 'Every action that no other rule allows',
    programs: 'Our programs',
    anyProgram: 'Whatever they are',
    roles: 'Roles',
    anyRole: 'Asks for no role',
  },
  staffMatrix: {
    title: 'Which role permits what',
    caption: 'Whoever holds several roles may do what any one of them permits.',
    yours: '{role} (your role)',
  },
  sources: 'Sources',
  nothing: {
    title: 'No rule matches',
    text: 'No rule fits the search and the filters together.',
    elsewhere:
      '{count, plural, one {One rule matches, but it speaks} other {# rules match, but they speak}} of the other cloud only.',
    bothClouds: 'Show both clouds',
    clear: 'Clear search and filters',
  },
  /** The customers list, narrowed to those of whom a rule decides an answer. */
  decidedBy: {
    label: 'Decided by {rule}',
    open: 'Open rule {rule}',
    nothing: 'Rule {rule} decides no answer for any customer now.',
    clear: 'Show all customers, whatever rule decides',
  },
};
