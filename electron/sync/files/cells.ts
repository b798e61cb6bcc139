import { TenantId } from '#shared/model/ids.ts';
import type { SubscriptionStatus } from '#shared/model/subscription.ts';
import { type ReadDate, readDate, readInstant } from './dates.ts';
import { brief } from './json.ts';
import { readInteger } from './numbers.ts';
import { RowRejected } from './rejected.ts';

/** A GUID in any letter case; anything else rejects the row. */
export function readGuid(text: string, field: string): TenantId {
  if (text === '') throw new RowRejected('missingField', { field }, field);
  const id = TenantId.safeParse(text);
  if (!id.success) throw new RowRejected('notAGuid', { field, value: brief(text) }, field);
  return id.data;
}

/** A whole number; `null` for an empty cell; anything else rejects the row. */
export function readQuantity(text: string, field: string): number | null {
  if (text === '') return null;
  const value = readInteger(text);
  if (value === null) throw new RowRejected('notANumber', { field, value: brief(text) }, field);
  return value;
}

/** A number of seats, which is never below zero (a charge's quantity may be: it is a credit then). */
export function readSeats(text: string, field: string): number | null {
  const value = readQuantity(text, field);
  if (value !== null && value < 0) throw new RowRejected('notANumber', { field, value: brief(text) }, field);
  return value;
}

/** A date, possibly ambiguous; what is no date rejects the row. */
export function readDay(text: string, field: string): ReadDate {
  const read = readDate(text);
  if (read.is === 'unreadable') throw new RowRejected('notADate', { field, value: brief(text) }, field);
  return read;
}

/** An instant in UTC; `null` for an empty cell; what is no point in time rejects the row. */
export function readTimestamp(text: string, field: string): string | null {
  const instant = readInstant(text);
  if (instant === undefined) throw new RowRejected('notADate', { field, value: brief(text) }, field);
  return instant;
}

const STATUS_WORDS: Record<SubscriptionStatus, readonly string[]> = {
  none: ['none', '无', '無'],
  active: ['active', '活动', '有效', '已激活', '使用中', '作用中', '启用', '啟用'],
  pending: ['pending', '挂起中', '待处理', '待定', '擱置中', '擱置', '待處理'],
  suspended: ['suspended', '已暂停', '已挂起', '暂停', '已暫停', '已擱置', '暫停'],
  expired: ['expired', '已过期', '过期', '已過期', '過期', '已到期'],
  disabled: ['disabled', '已禁用', '禁用', '已停用', '停用'],
  deleted: ['deleted', 'cancelled', 'canceled', '已删除', '已取消', '已刪除'],
};

const STATUS_BY_WORD = new Map(
  (['none', 'active', 'pending', 'suspended', 'expired', 'disabled', 'deleted'] as const).flatMap((status) =>
    STATUS_WORDS[status].map((word) => [word, status] as const),
  ),
);

/** A subscription status in the words of the API or of the portal in its languages; `null` for an empty text. */
export function readStatus(text: string, field: string): SubscriptionStatus | null {
  const word = text.normalize('NFKC').trim().toLowerCase();
  if (word === '') return null;
  const status = STATUS_BY_WORD.get(word);
  if (status === undefined) throw new RowRejected('unknownStatus', { field, value: brief(text) }, field);
  return status;
}
