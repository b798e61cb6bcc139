import { describe, expect, test } from 'vitest';
import { type Job, type JobState, totalOf, verdictOf } from '#renderer/features/imports/job.ts';
import type { ImportReport } from '#shared/model/imports.ts';

const report = (part: Partial<ImportReport>): ImportReport => ({
  file: 'Customers.csv',
  kind: 'portal-customers',
  encoding: 'utf-8',
  delimiter: ',',
  rows: 3,
  added: 0,
  updated: 0,
  unchanged: 0,
  rejected: [],
  needs: null,
  ...part,
});
const done = (part: Partial<ImportReport>): JobState => ({ step: 'done', report: report(part) });
const reject = (line: number) => ({ line, key: 'needsCustomer', values: {} });

describe('what is said of a file', () => {
  test('a file that brought something is imported, one that brought nothing new says so', () => {
    expect(verdictOf(done({ added: 3 }))).toBe('done');
    expect(verdictOf(done({ unchanged: 3 }))).toBe('unchanged');
  });

  test('some rejected rows make it partly imported, all of them nothing', () => {
    expect(verdictOf(done({ added: 2, rejected: [reject(2)] }))).toBe('partly');
    expect(verdictOf(done({ rejected: [reject(2), reject(3), reject(4)] }))).toBe('nothing');
  });

  test('a file that does not name its customer asks, whatever its rows say', () => {
    expect(verdictOf(done({ needs: 'customer', rejected: [reject(2), reject(3), reject(4)] }))).toBe('asking');
  });
});

test('the account of all files makes up all of them: read, refused, asking and stopped', () => {
  const states: JobState[] = [
    done({ added: 2, rejected: [reject(4)] }),
    done({ unchanged: 3 }),
    done({ needs: 'customer', rejected: [reject(2)] }),
    { step: 'refused', error: new Error('unknown file') },
    { step: 'stopped' },
  ];
  const jobs = states.map((state, id): Job => ({ id, file: new File([], 'x.csv'), owner: {}, state }));
  expect(totalOf(jobs)).toEqual({
    files: 2,
    refused: 1,
    asking: 1,
    stopped: 1,
    added: 2,
    updated: 0,
    unchanged: 3,
    rejected: 1,
  });
});
