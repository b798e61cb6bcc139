/** The policy's rules for people. `note` says where the vendor's pages are silent, or disagree with one another. */
export const rules = {
  R00: {
    name: 'Default deny',
    statement: 'No rule allows this act, and what no rule allows is denied.',
  },
  R01: {
    name: 'Who may create reseller invitations',
    statement: 'An indirect provider or a direct-bill partner may create a reseller invitation.',
  },
  R02: {
    name: 'Who may receive an invitation',
    statement:
      'The partner that created an invitation may send it to the customer; an indirect provider may also send it to one of its own resellers, but not to any other reseller.',
  },
  R03: {
    name: 'Indirect resellers create no invitation',
    statement:
      'On 21Vianet, an indirect reseller that is neither an indirect provider nor a direct-bill partner may not create a reseller invitation; it asks its indirect provider for one.',
  },
  R04: {
    name: 'Joint invitation, in the portal only',
    statement:
      'On the global cloud, an indirect reseller may create a joint invitation in the portal, naming itself and one of its own indirect providers; through the API it may not create one at all.',
  },
  R05: {
    name: 'Forward your own provider’s invitation',
    statement:
      'An indirect reseller may forward to the customer only an invitation that one of its own providers created; if it was made for a named reseller, that reseller alone may forward it.',
  },
  R06: {
    name: 'Text may change, link may not',
    statement:
      'The text of an invitation may be edited; its link may be edited by nobody, because the link is what ties the acceptance to the partner.',
  },
  R07: {
    name: 'Which links may be reused',
    statement:
      'A reseller link carries no customer data and may be used again; a GDAP link belongs to one customer and may not be used again once it was accepted.',
  },
  R08: {
    name: 'The role must permit it',
    statement: 'Whatever partner staff do requires a Partner Center role that permits it; one such role is enough.',
    note: 'The vendor’s pages differ on who may make requests. On both clouds, we follow the 21Vianet page for DAP and reseller links, and the GDAP FAQ for GDAP.',
  },
  R09: {
    name: 'Who accepts a reseller invitation',
    statement: 'Only a global administrator of the customer may accept a reseller invitation.',
  },
  R10: {
    name: 'Who accepts a GDAP invitation',
    statement:
      'A GDAP invitation may be accepted by a global administrator of the customer or, since April 2026, by its delegated admin relationship administrator.',
  },
  R11: {
    name: 'Administration needs an effective delegation',
    statement:
      'Provisioning or supporting a license-based subscription needs an effective delegation of ours that covers its service. This holds for every purchase channel: the sale alone gives no access.',
  },
  R12: {
    name: 'Commerce stays with the seller',
    statement:
      'Only the original reseller or the transacting partner of a subscription may change it commercially or see its bill; a partner that merely holds a delegation may do neither.',
  },
  R13: {
    name: 'One DAP partner per service',
    statement:
      'On 21Vianet, a customer has only one transacting CSP partner with delegated admin privileges (DAP) per service: while another partner’s approved DAP covers the service, we may not request DAP for it; the customer must remove the other first.',
    note: 'The vendor’s pages do not say whether a second grant would replace the first, wait for it or fail.',
  },
  R14: {
    name: 'The customer chooses its delegate',
    statement:
      'The customer may grant a delegation to any partner, even to a reseller other than the one whose provider owns the reseller relationship; the provider still owns that relationship.',
  },
  R15: {
    name: 'What an upgrade needs',
    statement:
      'An upgrade needs all three: an active subscription, an effective delegation of ours for its service, and no overlapping active service from any channel.',
  },
  R16: {
    name: 'The customer may withdraw access',
    statement:
      'The customer may remove any partner’s delegation at any time; the commercial tie and the partner’s duty to support the customer remain.',
  },
  R17: {
    name: 'The customer must ask the partner',
    statement: 'The customer may not end a reseller relationship by itself: it must ask the partner to do so.',
  },
  R18: {
    name: 'Remove a relationship without subscriptions',
    statement:
      'A direct-bill partner or an indirect provider may remove its reseller relationship only when the customer has no active subscription with it; its delegated access is removed along with the relationship.',
  },
  R19: {
    name: 'Indirect resellers remove no relationship',
    statement: 'An indirect reseller may not remove a reseller relationship; that is for its provider to do.',
    note: 'The vendor’s pages disagree: this is what the newer copy says, and a page of 2023 says otherwise.',
  },
  R20: {
    name: 'Who may request GDAP',
    statement:
      'A direct-bill partner, an indirect provider or an indirect reseller may request granular delegated admin privileges through an admin agent or a global administrator, even where it may not create a reseller invitation.',
  },
  R21: {
    name: 'GDAP on 21Vianet is unconfirmed',
    statement:
      'Whether granular delegated admin privileges exist on 21Vianet is unknown. Until it is known that this cloud offers them, it cannot be told whether any act on them is allowed.',
    note: 'No page for partners of 21Vianet describes GDAP, and the pages of Microsoft Graph disagree with one another.',
  },
  R22: {
    name: 'Reseller answers its provider’s request',
    statement:
      'A reseller may approve or reject a GDAP request that its provider made, as long as the request is pending approval.',
  },
  R23: {
    name: 'When GDAP may auto-extend',
    statement:
      'Auto-extend may be turned on only while the delegation is active, and not while its roles include Global Administrator.',
  },
  R24: {
    name: 'Who may terminate a delegation',
    statement: 'A delegation may be terminated by the partner that holds it, or by the customer.',
  },
  R25: {
    name: 'A further partner changes nothing',
    statement:
      'When a customer accepts a further CSP partner, none of its existing subscriptions, their owners, terms or partners of record change.',
  },
  R26: {
    name: 'Usage-based services are not described',
    statement: 'Whether we may provision or support a usage-based subscription on 21Vianet cannot be told.',
    note: 'The vendor’s pages on multi-channel customers of 21Vianet speak only of license-based services.',
  },
  R27: {
    name: 'Usage-based: transfer or buy anew',
    statement:
      'On the global cloud, we may not provision a usage-based subscription bought through another channel: it must be transferred to us, or the customer buys a new one and cancels the old one.',
  },
  R28: {
    name: 'Advisors invite and request nothing',
    statement:
      'A partner that is in the Advisor program alone may create no invitation and request no delegation. The program is closed; the partner must join CSP.',
  },
  R29: {
    name: 'DAP travels with the invitation',
    statement:
      'On 21Vianet, a direct-bill partner or an indirect provider may request delegated admin privileges (DAP): the request travels with its CSP invitation link. An indirect reseller may not request them itself; it must use its provider’s invitation.',
    note: 'On the global cloud, new links have carried no DAP since October 9, 2023; no page says so for 21Vianet.',
  },
  R30: {
    name: 'No new DAP: request GDAP',
    statement:
      'On the global cloud, delegated admin privileges can no longer be requested, because new links have carried none since October 9, 2023; request GDAP instead.',
  },
  R31: {
    name: 'Resellers ask their provider',
    statement: 'An indirect reseller may ask one of its own indirect providers for an invitation.',
    note: 'No page says this outright; it follows from rule R03.',
  },
};
