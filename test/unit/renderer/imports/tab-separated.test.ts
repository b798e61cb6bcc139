import { expect, test } from 'vitest';
import { tabSeparated } from '#renderer/features/imports/tab-separated.ts';

test('rows go to the clipboard as a spreadsheet takes them, whatever stands in their cells', () => {
  expect(
    tabSeparated([
      ['File', 'Line'],
      ['a\tb.csv', '2\n3'],
    ]),
  ).toBe('File\tLine\r\na b.csv\t2 3\r\n');
});
