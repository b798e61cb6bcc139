/** The subscriptions list’s answers: columns of what we may do, and the filter by answer. */
export const capabilities = {
  /** Column headings: each action on a subscription in a word or two. */
  short: {
    subscription: {
      provision: 'Provision',
      support: 'Support',
      'add-seats': 'Add seats',
      'remove-seats': 'Remove seats',
      'order-add-on': 'Order add-on',
      transition: 'Transition',
      'change-partner-of-record': 'Change PoR',
      suspend: 'Suspend',
      cancel: 'Cancel',
      renew: 'Renew',
      'view-bill': 'See bill',
      upgrade: 'Upgrade',
    },
  },
  cell: '{answer}: {rule} {name}',
  /** What a click on an answer does: it opens the dossier where the answer is explained. */
  why: '{action}: {answer}. Why?',
  columns: { button: 'Columns', title: 'Actions shown as columns', noRoom: 'no room' },
  filter: {
    button: 'What we may do',
    buttonSet: 'What we may do: {filter}',
    answers: { allow: 'We may', deny: 'We may not', unknown: 'Cannot tell' },
    set: { allow: '{action}: we may', deny: '{action}: we may not', unknown: '{action}: cannot tell' },
    clear: 'Clear this filter',
    nothing: 'No subscription here has this answer now: “{filter}”.',
  },
};
