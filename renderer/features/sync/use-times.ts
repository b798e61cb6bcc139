import { useMemo } from 'react';
import { regionalTag } from '#renderer/app/calendar.ts';
import { useFormat, useLanguage, useNow, useT } from '#renderer/app/i18n.tsx';
import { durationParts, sinceParts } from './duration.ts';

/** How times of a sync are told, in the person's language and time zone. */
export interface Times {
  /** "12 minutes ago", and from half a day on by the calendar: "yesterday". */
  readonly ago: (instant: string) => string;
  /** The time of day to the second. */
  readonly clock: (instant: string) => string;
  /** A duration in seconds: "3 min 20 sec". */
  readonly duration: (seconds: number) => string;
  /** A rate to two significant digits. */
  readonly rate: (perSecond: number) => string;
}

export function useTimes(): Times {
  const t = useT('sync');
  const language = useLanguage();
  const { relative } = useFormat();
  const now = useNow();
  return useMemo(() => {
    const tag = regionalTag(language, navigator.languages);
    const since = new Intl.RelativeTimeFormat(tag);
    const time = new Intl.DateTimeFormat(tag, { timeStyle: 'medium' });
    const digits = new Intl.NumberFormat(tag, { maximumSignificantDigits: 2 });
    const inUnit = (value: number, unit: string) =>
      new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
    return {
      ago: (instant) => {
        const parts = sinceParts(instant, now);
        if (parts === 0) return t('ago.now');
        return parts === null ? relative(instant) : since.format(-parts.value, parts.unit);
      },
      clock: (instant) => time.format(new Date(instant)),
      duration: (seconds) => {
        const [first, second] = durationParts(seconds).map(({ unit, value }) => inUnit(value, unit));
        if (first === undefined) return t('duration.none');
        return second === undefined ? first : t('duration.two', { first, second });
      },
      rate: (perSecond) => digits.format(perSecond),
    };
  }, [t, language, relative, now]);
}
