import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayIn, orderShownBy, readDate, readInstant } from '#electron/sync/files/dates.ts';
import { readAmount, readInteger } from '#electron/sync/files/numbers.ts';

describe('whole numbers', () => {
  it.each([
    ['1200', 1200],
    ['1,200', 1200],
    ['1.200', 1200],
    ['1 200', 1200],
    ['1\u00a0200', 1200],
    ['1\u202f200', 1200],
    ["1'200", 1200],
    ['1,234,567', 1234567],
    ['１，２００', 1200],
    ['２５', 25],
    ['25.00', 25],
    ['1,200.00', 1200],
    ['1.200,00', 1200],
    ['-3', -3],
    ['0', 0],
  ])('%s is %d', (text, value) => {
    expect(readInteger(text)).toBe(value);
  });

  it.each(['', 'many', '1.5', '1,20', '1,2000', '12,34,567', '1,200.5', '0x10', '1e3', '--1', '1.200,5'])(
    '%s is none',
    (text) => {
      expect(readInteger(text)).toBeNull();
    },
  );

  it('reads back any number in any notation', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999_999, max: 999_999_999 }),
        fc.constantFrom('en', 'de', 'fr', 'de-CH', 'zh-CN'),
        (value, locale) => {
          expect(readInteger(value.toLocaleString(locale))).toBe(value);
          expect(readInteger(String(value))).toBe(value);
        },
      ),
    );
  });

  it('reads amounts for their sign', () => {
    expect(readAmount('3,000.50')).toBe(3000.5);
    expect(readAmount('-3.000,50')).toBe(-3000.5);
    expect(readAmount('')).toBeNull();
  });
});

describe('dates', () => {
  it.each([
    ['2026/1/1', '2026-01-01'],
    ['2026-01-01', '2026-01-01'],
    ['2026.1.1', '2026-01-01'],
    ['2026年1月1日', '2026-01-01'],
    ['２０２６/１/１', '2026-01-01'],
    ['2026-12-31T23:59:59Z', '2026-12-31'],
    ['2015-11-25T06: 41: 12Z', '2015-11-25'],
    ['2026/1/1 0:00', '2026-01-01'],
    ['12/31/2026', '2026-12-31'],
    ['31/12/2026', '2026-12-31'],
    ['3/3/2026', '2026-03-03'],
    ['3.4.2026', '2026-04-03'],
    ['12/31/2026 11:59 PM', '2026-12-31'],
  ])('%s is %s', (text, day) => {
    expect(readDate(text)).toEqual({ is: 'day', day });
  });

  it.each(['soon', '2026-02-30', '13/13/2026', '46023', '2026', '99.99.2026'])('%s is no date', (text) => {
    expect(readDate(text)).toEqual({ is: 'unreadable' });
  });

  it('never guesses 3/4/2026, unless the rest of the file shows the order', () => {
    const read = readDate('3/4/2026');
    expect(dayIn(read, null)).toBeNull();
    expect(dayIn(read, orderShownBy('12/31/2026'))).toBe('2026-03-04');
    expect(dayIn(read, orderShownBy('31/12/2026'))).toBe('2026-04-03');
    expect(orderShownBy('3/4/2026')).toBeNull();
  });

  it('reads instants to the millisecond, in UTC', () => {
    expect(readInstant('2022-02-10T11:24:42.3148266Z')).toBe('2022-02-10T11:24:42.314Z');
    expect(readInstant('2015-11-25T06: 41: 12Z')).toBe('2015-11-25T06:41:12.000Z');
    expect(readInstant('2026-01-01T08:00:00+08:00')).toBe('2026-01-01T00:00:00.000Z');
    expect(readInstant('2026/1/1 1:05 PM')).toBe('2026-01-01T13:05:00.000Z');
    expect(readInstant('')).toBeNull();
    expect(readInstant('2026-01-01T25:00:00Z')).toBeUndefined();
  });

  it('reads back any instant', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true }),
        (date) => {
          expect(readInstant(date.toISOString())).toBe(date.toISOString());
        },
      ),
    );
  });
});
