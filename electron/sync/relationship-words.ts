/** Words of the portal's Relationship column and of `relationshipToPartner` that make us a reseller of the customer. */
const RESELLER_WORDS = new Set([
  'cloud reseller',
  'reseller',
  '云经销商',
  '云转销商',
  '云解决方案提供商',
  '经销商',
  '转销商',
  '雲端轉銷商',
  '雲端解決方案提供者',
  '轉銷商',
  '經銷商',
]);

/** Words of both that name another tie, or none. `unknown`, which the API has too, tells nothing. */
const OTHER_WORDS = new Set([
  'advisor',
  'indirect reseller',
  'microsoftsupport',
  'none',
  'syndication',
  '顾问',
  '顧問',
  '间接经销商',
  '間接轉銷商',
  '無',
  '无',
]);

const wordsOf = (cell: string): string[] => cell.split(/[,，、;；]/u).map((word) => word.trim().toLowerCase());

/** Whether the words of a relationship make us a reseller of the customer. */
export function saysReseller(relationship: string): boolean {
  return wordsOf(relationship).some((word) => RESELLER_WORDS.has(word));
}

/** Whether the words surely say that we are no reseller of the customer; a word that we do not know says nothing. */
export function saysNoReseller(relationship: string): boolean {
  return wordsOf(relationship).every((word) => OTHER_WORDS.has(word));
}

/** Whether we know all the words of a relationship. */
export function isRelationship(cell: string): boolean {
  return wordsOf(cell).every((word) => RESELLER_WORDS.has(word) || OTHER_WORDS.has(word));
}
