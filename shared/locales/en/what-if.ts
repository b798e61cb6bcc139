/** Supposing something otherwise than the records say, and what the policy would answer then. */
export const whatIf = {
  label: 'What if',
  intro:
    'Suppose that something about this customer were different, and see which answers would change. Nothing you suppose here is recorded.',
  suppose: 'Suppose…',
  startOver: 'Start over',
  supposed: 'You suppose',
  remove: 'No longer suppose: {what}',
  /** The menu of what may be supposed. */
  groups: { delegations: 'Delegations', ourSide: 'Our side', time: 'Time', subscriptions: 'Subscriptions' },
  offers: {
    grantOther: 'The customer grants DAP to…',
    approveGdap: 'The customer approves a GDAP of ours…',
    staffRoles: 'You hold other roles…',
    programs: 'We are in other programs…',
    inDays: 'In {days} days',
    dayAfterEnd: 'The day after “{name}” ends',
    dayAfterExtension: 'The day after “{name}” is due to extend',
    anotherDate: 'Another date…',
    channel: 'Another purchase channel…',
    status: 'Another status…',
  },
  /** What is supposed, one line each. */
  changes: {
    grantUs: 'The customer grants us DAP',
    grantUsService: 'The customer grants us DAP for {service}',
    grant: 'The customer grants {partner} DAP',
    grantService: 'The customer grants {partner} DAP for {service}',
    grantGdap: 'The customer approves a GDAP of ours that gives you: {roles}',
    end: '“{name}” ends',
    endDap: 'Our DAP ends',
    noDap: 'Our DAP turns out to be off',
    staffRoles:
      '{count, plural, =0 {You hold no Partner Center role} one {Your only role is {roles}} other {Your roles are {roles}}}',
    programs:
      '{count, plural, =0 {We are in no partner program} one {Our only program is {programs}} other {Our programs are {programs}}}',
    time: 'It is {when}',
    channel: 'Purchase channel of “{name}”: {channel}',
    status: 'Status of “{name}”: {status}',
    gdapOffered: '21Vianet offers GDAP',
  },
  /** A DAP on record that has no name of its own. */
  dapOf: 'DAP of {partner} ({service})',
  editor: {
    confirm: 'Suppose',
    cancel: 'Cancel',
    partner: 'The customer grants DAP to',
    partnerPlaceholder: 'Choose, or type a tenant ID',
    partnerFault: 'Choose a partner, or type a tenant ID like 00000000-0000-0000-0000-000000000000.',
    service: 'Service',
    directoryRoles: 'Directory roles that the GDAP gives your security groups',
    rolesFault: 'Choose at least one role.',
    staffRoles: 'Your Partner Center roles',
    programs: 'Our partner programs',
    date: 'Date',
    dateFault: 'Choose a date.',
    datePast: 'Choose {today} or a later day: the records tell how things are now, not how they were.',
    subscription: 'Subscription',
    channel: 'Purchase channel',
    status: 'Status',
  },
  /** The clock passes the end of a relationship that extends itself. */
  autoExtends: '“{name}” is set to auto-extend on {date}. The answers below assume that it does not.',
  result: {
    title: 'What would change',
    emptyTitle: 'Nothing supposed yet',
    emptyText:
      'Suppose, for example, that a delegation ends, that you hold another role, or that some weeks have passed.',
    changed: '{changed, plural, one {# of {asked} answers changes} other {# of {asked} answers change}}',
    unchanged:
      '{count, plural, one {Nothing would change: the one answer stays as it is.} other {Nothing would change: all # answers stay as they are.}}',
    tally: {
      allow: '{count, plural, one {# becomes yes} other {# become yes}}',
      deny: '{count, plural, one {# becomes no} other {# become no}}',
      unknown: '{count} can no longer be told',
      sameAnswer: '{count, plural, one {# stays, by another rule} other {# stay, by other rules}}',
    },
    customer: 'The customer as a whole',
    count: '{count, plural, one {# answer} other {# answers}}',
    /** Spoken where the eye sees two marks and an arrow. */
    turns: 'from “{before}” to “{after}”',
    sameAnswer: 'by another rule',
  },
};

export const whatIfProblems = {
  whatIf: {
    unknownDelegation:
      'The customer {customer} has no delegation {delegation}: it may have changed since you supposed this, so take that assumption back.',
    unknownSubscription:
      'The customer {customer} has no subscription {subscription}: it may have changed since you supposed this, so take that assumption back.',
  },
};
