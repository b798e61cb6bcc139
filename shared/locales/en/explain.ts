/** Why the policy answers as it does: the chain a permission hangs on, and the ways on from there. */
export const explain = {
  /** The answer in one sentence. `why` is one of the clauses below, or two or three of them joined. */
  headline: {
    allow: 'Yes: {why}.',
    deny: 'No: {why}.',
    unknown: 'Cannot tell: {why}.',
    comma: '{before}, {last}',
    and: '{before}, and {last}',
    supposed: { allow: 'Yes, as supposed.', deny: 'No, as supposed.', unknown: 'Cannot tell, as supposed.' },
    through: {
      dap: 'Yes, through DAP.',
      gdap: 'Yes, through GDAP “{name}”.',
      gdapUntil: 'Yes, through GDAP “{name}” until {date}.',
      gdapExtends: 'Yes, through GDAP “{name}”, which extends itself {date}.',
    },
    yes: {
      sale: 'this subscription is our sale',
      createdByUs: 'we created the invitation ourselves',
      createdBy: '{partner} created the invitation',
      reuse: { reseller: 'a reseller link may be used again', gdap: 'this GDAP link has not been accepted yet' },
      providers: 'we have an indirect provider ({providers})',
      programs: '{count, plural, one {our program permits it} other {our programs permit it}} ({programs})',
      roles: '{count, plural, one {your role permits it} other {a role of yours permits it}} ({roles})',
    },
    no: {
      roles:
        '{count, plural, =0 {you have no role in Partner Center} one {your role does not permit it ({roles})} other {none of your roles permits it ({roles})}}',
      programs:
        '{count, plural, =0 {we are in no program} one {our program does not permit it ({programs})} other {none of our programs permits it ({programs})}}',
      providers: 'we have no indirect provider',
      soldBy: '{partner} transacts this subscription',
      sold: {
        'csp-other': 'another CSP partner transacts this subscription',
        direct: 'the customer bought this subscription from the vendor, not from us',
        advisor: 'this subscription dates from the Advisor program, and we do not transact it',
        'volume-licensing': 'this subscription was bought under a volume licensing agreement, not from us',
      },
      activeWithUs:
        '{count, plural, one {the customer still has # active subscription with us} other {the customer still has # active subscriptions with us}}',
      usageBased: 'this subscription is usage-based',
      status: 'the status of this subscription is {status}',
      overlap: 'this subscription overlaps with “{name}”',
      service: 'our DAP does not cover its service ({service})',
      gdapEnded: 'GDAP “{name}” ended {date}',
      gdapNotInForce: 'GDAP “{name}” is not in force ({status})',
      gdapNone: 'no GDAP relationship of ours is on record',
      dapOff: 'DAP is off',
      dapNotInForce: 'our DAP for {service} is not in force ({status})',
      dapOfOther: '{partner} holds DAP for {service}',
      dapClosed: 'DAP has been closed to new requests since October 9, 2023',
      groups: 'you are in no security group',
      unassigned: 'GDAP “{name}” is assigned to none of your security groups',
      notInEffect: 'the assignment of GDAP “{name}” to your security group is not in effect',
      rolesGiven: 'GDAP “{name}” gives you only {roles}',
      rolesNone: 'GDAP “{name}” gives you no role',
    },
    open: {
      facts: 'something is not known ({facts})',
      dap: 'it is not known whether DAP is on',
      gdapList: 'we have never seen the whole list of GDAP relationships',
      gdapEnd: 'the end of GDAP “{name}” is not known',
      gdapUndescribed: 'no page describes GDAP on 21Vianet',
      othersDap: 'no list shows whether another partner holds DAP',
      groups: 'it is not known which security groups you are in',
      groupsOf: 'it is not known which security groups GDAP “{name}” is assigned to',
      seller: 'it is not known who sold this subscription',
      sales: 'it is not known whether the customer has active subscriptions with us',
      service: 'the service of this subscription is not known',
      serviceModel: 'it is not known whether this subscription is license-based or usage-based',
      usageBased: 'no page speaks of usage-based subscriptions on 21Vianet',
      status: 'the status of this subscription is not known',
      overlap: 'it is not known whether another active subscription overlaps with this one',
      providers: 'it is not known who our indirect providers are',
    },
  },
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
  /** What was seen at a link that holds, but has no part in that. */
  aside: { notNeeded: '{fact} (not needed)', notCounted: '{fact} (not counted)' },
  /** Between the particulars of a question. */
  comma: '{before}, {last}',
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
    dapClosed: 'DAP has been closed to new requests, for everyone, since October 9, 2023',
    gdapUndescribed: 'No page describes GDAP on 21Vianet',
    noPartner: {
      direct: 'none (bought directly)',
      'volume-licensing': 'none (bought under a volume licensing agreement)',
    },
    overlap: 'Overlaps with “{name}”, which is active too',
    overlapUnknown: 'No other active subscription of this service on record; another channel may hide one',
    invitationBy: '{kind}, created by {partner}',
    inPortal: 'Created in the portal, not through the API',
    throughApi: 'Created through the API',
  },
  ways: {
    by: 'Who: {who}',
    customerOrVendor: 'The customer, or the vendor on its behalf',
    askCustomer: 'Ask the customer to do it, or to have the vendor do it.',
    prepareInvitation: 'Prepare invitation…',
    requestGdap: 'Prepare GDAP request…',
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
  source: {
    copied: 'No browser could be opened; the address is copied',
    notOpened: 'No browser could be opened; copy the address instead',
  },
  rules: {
    open: 'Open {rule} in the rule browser',
    read: 'Read rule {rule}',
    close: 'Close the rule',
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
    language: 'Language',
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
      'vendor-ask':
        'The subscription named below was not bought from us, so there is something that we may not do for you: {action}. Could you please do this yourselves, or have it done by whoever sold you the subscription?',
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
