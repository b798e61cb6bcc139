import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { whenPassed } from '#renderer/app/when-passed.ts';

const NOW = Date.parse('2026-11-22T00:00:00Z');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const inTime = (ms: number) => new Date(NOW + ms).toISOString();

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('waiting for the end of a delegation', () => {
  it('acts when the end comes: not a moment before, and once', () => {
    const act = vi.fn();
    whenPassed(inTime(90_000), act);
    vi.advanceTimersByTime(89_999);
    expect(act).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(act).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(DAY);
    expect(act).toHaveBeenCalledTimes(1);
  });

  it('waits for an end further away than a timer can count', () => {
    const act = vi.fn();
    const days = 30 * DAY;
    whenPassed(inTime(days), act);
    vi.advanceTimersByTime(days - 1);
    expect(act).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(act).toHaveBeenCalledTimes(1);
  });

  it('acts for an end that is past already, yet not before its caller can call it off', () => {
    const act = vi.fn();
    const callOff = whenPassed(inTime(-DAY), act);
    expect(act).not.toHaveBeenCalled();
    callOff();
    vi.advanceTimersByTime(MINUTE);
    expect(act).not.toHaveBeenCalled();
    whenPassed(inTime(-DAY), act);
    vi.advanceTimersByTime(0);
    expect(act).toHaveBeenCalledTimes(1);
  });

  it('notices within a minute that the machine slept past the end', () => {
    const act = vi.fn();
    whenPassed(inTime(8 * 60 * MINUTE), act);
    vi.setSystemTime(NOW + 9 * 60 * MINUTE);
    vi.advanceTimersByTime(MINUTE);
    expect(act).toHaveBeenCalledTimes(1);
  });

  it('does nothing once it was called off', () => {
    const act = vi.fn();
    const callOff = whenPassed(inTime(5 * MINUTE), act);
    vi.advanceTimersByTime(2 * MINUTE);
    callOff();
    vi.advanceTimersByTime(10 * MINUTE);
    expect(act).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });
});
