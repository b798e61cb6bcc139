/** Why the policy answers as it does: the chain a permission hangs on, and the ways on from there. */
export const explain = {
  verdict: {
    holds: 'Every link of the chain holds.',
    broken: '{count, plural, other {The chain breaks at: {links}}}',
    unknown:
      '{count, plural, one {Not known whether this link holds: {links}} other {Not known whether these links hold: {links}}}',
    /** No fact is missing: the vendor's pages themselves leave it open. */
    silent:
      '{count, plural, one {No source settles this link: {links}} other {No source settles these links: {links}}}',
  },
  chain: 'The chain, link by link',
  links: {
    'staff-role': 'Staff role',
    program: 'Partner program',
    invitation: 'Invitation',
    relationship: 'Commercial relationship',
    delegation: 'Delegation',
    group: 'Security group',
    'directory-role': 'Directory role',
    service: 'Service',
  },
  states: { holds: 'holds', broken: 'broken', unknown: 'not known', unreached: 'not reached' },
  /** Read to those who don't see the mark. */
  linkState: '{link} ({state})',
  /** The roles of which one makes a link hold. */
  needed: 'Needed: {roles}',
  notKnown: 'Not known: {facts}',
  alsoSeen: 'Also seen',
  fromProfile: 'From the profile of this workspace',
  fromQuestion: 'As the question has it',
  seen: {
    line: '{label}: {value}',
    roles: 'Your roles',
    programs: 'Our programs',
    providers: 'Our indirect providers',
    none: 'none',
    gdap: 'GDAP “{name}”: {status}',
    gdapUntil: 'GDAP “{name}”: {status}, ends {date}',
    gdapExtends: 'GDAP “{name}”: {status}, extends itself {date}',
    gdapEnded: 'GDAP “{name}” ended {date}',
    gdapOver: 'GDAP “{name}”: {status} when last seen, but its end was {date}',
    gdapNone: 'No GDAP relationship of ours; the whole list was seen {date}',
    gdapNoneNeverListed: 'No GDAP relationship of ours on record, but the whole list was never seen',
    gdapNeverListed: 'The whole list of GDAP relationships was never seen',
    dapOn: 'DAP is on',
    dapOff: 'DAP is off',
    dapUnknown: 'Not known whether DAP is on',
    dapOfService: 'DAP ({service}), held by {partner}: {status}',
    othersDapExcluded: 'We hold DAP ourselves, so no other partner does',
    othersDapUnlisted: 'No other partner’s DAP on record; no list would show it',
    groups:
      '{count, plural, =0 {You are in no security group} one {You are in # security group} other {You are in # security groups}}',
    groupsUnknown: 'Not known which security groups you are in',
    groupsAssigned: '“{name}” is assigned to your {count, plural, one {group} other {groups}} {groups}',
    groupNotInEffect: '{group} (assignment not in effect)',
    groupsNone: '“{name}” is assigned to none of your groups',
    groupsOfUnknown: 'Not known which security groups “{name}” is assigned to',
    rolesGiven: '“{name}” gives you: {roles}',
    rolesNone: '“{name}” gives you no role',
    rolesByDap: 'DAP gives full administration',
    relationship: 'Relationship to us',
    overlap: 'Overlaps with “{name}”, which is active too',
    overlapUnknown: 'No other active subscription of this service on record; another channel may hide one',
    invitationBy: '{kind}, created by {partner}',
  },
  ways: {
    by: 'Who: {who}',
    prepareInvitation: 'Prepare invitation…',
    suppose: 'See what it would change',
    import: 'Import…',
    whatItSays: 'What it says',
    gdapOffered: 'If 21Vianet turns out to offer GDAP, the answer changes.',
  },
  /** Which file, call or person tells a missing fact. */
  tells: {
    dap: 'Whether DAP is on stands in the customer’s details from Partner Center (<code>{call}</code>), as “allowDelegatedAccess”.',
    gdap: 'GDAP relationships and their ends stand in ExistingGdapRelationship.csv, or in the list from Microsoft Graph (<code>{call}</code>).',
    othersDap: 'No list shows which other partner holds DAP; the customer sees it under its partner relationships.',
    assignments:
      'Which security groups get which roles stands in the access assignments from Microsoft Graph (<code>{call}</code>).',
    profile:
      'Your roles, security groups, programs and partners stand in the profile that this workspace was made from.',
    seller:
      'Who sold it stands in the reconciliation file, or in the subscriptions from Partner Center (<code>{call}</code>). Where neither lists it, declare its channel.',
    subscriptions:
      'Service, billing model and status stand in the subscriptions from Partner Center (<code>{call}</code>), or in the Subscriptions download.',
    overlap:
      'Seats from all channels are counted in <code>{call}</code>; whether one of them overlaps, the customer can say.',
    sales: 'What the customer has with us stands in the subscriptions from Partner Center (<code>{call}</code>).',
    invitation: 'The partner that made the invitation can say.',
  },
  rules: {
    open: 'Open {rule} in the rule browser',
    title: 'Rules that took part',
    statement: 'What it says',
  },
  /** Texts to send to somebody else. */
  requests: {
    to: {
      customer: 'Copy a request to the customer',
      provider: 'Copy a request to our provider',
      transactingPartner: 'Copy a request to the transacting partner',
      administrator: 'Copy a request to our administrator',
    },
    greeting: 'Hello,',
    asks: {
      'invitation-request':
        'Could you please send us a Cloud Solution Provider invitation link for the customer named below? As an indirect reseller we may not create one ourselves; we would forward yours to the customer.',
      'relationship-remove':
        'Could you please remove the reseller relationship with the customer named below? As an indirect reseller we may not remove it ourselves. Please bear in mind that delegated access is removed with it.',
      'delegation-remove':
        'We would like to request delegated admin privileges (DAP) from you. For each service only one partner can hold them, and another partner holds them now. Could a global administrator of your organization please remove that partner’s privileges first? This changes neither your subscriptions nor that partner’s duty to support you.',
      'delegation-holder':
        'Could you please tell us whether another partner holds delegated admin privileges (DAP) for your organization, and for which services? A global administrator sees this in the admin center under partner relationships. We ask because we would like to request them, and for each service only one partner can hold them.',
      'overlap-which':
        'We would like to upgrade the subscription named below. Could you please tell us whether you have another active subscription of the same service, from whichever channel? An upgrade is possible only if none overlaps with it.',
      'overlap-resolve':
        'We would like to upgrade the subscription named below, but another active subscription of the same service overlaps with it. Could you please tell us which of the two you want to keep, and have the other one ended?',
      'subscription-transfer':
        'The subscription named below was bought through another channel, so we may not provision it. If you would like us to, could you please have it transferred to us?',
      'subscription-buy-and-cancel':
        'The subscription named below was bought through another channel, so we may not provision it. We can offer you a new one in its place; once you have it, could you please have the old one canceled?',
      'transacting-partner-ask':
        'The subscription named below needs something that we may not do ourselves: {action}. As its transacting partner, could you please take care of it?',
      'service-reactivate':
        'The subscription named below is not active, and only an active one can be upgraded. Could you please reactivate it?',
      'staff-ask-role':
        'For my work with the customer named below I need a role that permits this: {action}. What I have now is not enough ({roles}). Could you please give me one of these in Partner Center: {needed}?',
      'csp-join':
        'For the customer named below we can neither create an invitation nor request a delegation, because we are in the Advisor program alone. Could you please enroll us in the Cloud Solution Provider program?',
    },
    customer: 'Customer: {name}',
    tenant: 'Tenant ID: {id}',
    subscription: 'Subscription: {name}',
    subscriptionId: 'Subscription ID: {id}',
    holder: 'Partner that holds DAP now: {name}',
    other: 'Overlapping subscription: {name}',
    thanks: 'Thank you',
    us: '{name} (tenant ID {id})',
  },
};
