import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { IntlProvider, useLocale, useTranslations } from 'use-intl';
import { MESSAGES, type Messages } from '#shared/locales/index.ts';
import type { Language } from '#shared/model/invitation.ts';
import { daysBetween, regionalTag } from './calendar.ts';

declare module 'use-intl' {
  interface AppConfig {
    Locale: Language;
    Messages: Messages;
  }
}

/** A translator over one branch of the catalogue (`useT('window')`), or over all of it; keys are typed. */
export const useT = useTranslations;

/** The language the window speaks now. */
export const useLanguage = useLocale;

const Now = createContext(new Date());

/** The present instant, renewed every minute so that "3 days ago" stays true. */
export function useNow(): Date {
  return useContext(Now);
}

function NowProvider({ children }: { readonly children: ReactNode }) {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return <Now value={now}>{children}</Now>;
}

/** Gives the catalogue of one language to everything below, and tells the page's `lang` for fonts and screen readers. */
export function LanguageProvider({
  language,
  children,
}: {
  readonly language: Language;
  readonly children: ReactNode;
}) {
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <IntlProvider
      locale={language}
      messages={MESSAGES[language]}
      timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}
    >
      <NowProvider>
        <FormatProvider>{children}</FormatProvider>
      </NowProvider>
    </IntlProvider>
  );
}

/** Units of sizes, the largest first. */
const SIZES = [
  { unit: 'gigabyte', bytes: 1e9 },
  { unit: 'megabyte', bytes: 1e6 },
  { unit: 'kilobyte', bytes: 1e3 },
  { unit: 'byte', bytes: 1 },
] as const;

/** Formatters for what people read, in their language and in the time zone of their system. */
export interface Format {
  /** An ISO instant as a date: "22 Nov 2026". */
  readonly date: (instant: string) => string;
  /** An ISO instant as date and time, to the minute. */
  readonly dateTime: (instant: string) => string;
  /** Calendar days from now: "today", "3 days ago", "in 12 days"; months and years from some distance on. */
  readonly relative: (instant: string) => string;
  readonly number: (value: number) => string;
  /** A size in bytes, rounded to what a person compares: "12 kB", "3.4 MB". */
  readonly bytes: (size: number) => string;
  /** "a, b, and c" */
  readonly list: (parts: readonly string[]) => string;
  /** Whole calendar days from now to the instant; negative when past. */
  readonly days: (instant: string) => number;
}

/** Formatters are costly to make and every cell of a list wants some: they are made once for all. */
const FormatContext = createContext<Format | null>(null);

export function useFormat(): Format {
  const format = useContext(FormatContext);
  if (format === null) throw new Error('useFormat outside of LanguageProvider');
  return format;
}

function FormatProvider({ children }: { readonly children: ReactNode }) {
  const language = useLanguage();
  const now = useNow();
  const format = useMemo<Format>(() => {
    const tag = regionalTag(language, navigator.languages);
    const date = new Intl.DateTimeFormat(tag, { dateStyle: 'medium' });
    const dateTime = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' });
    const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
    const number = new Intl.NumberFormat(tag);
    const list = new Intl.ListFormat(tag);
    const sizes = SIZES.map(({ unit, bytes }) => ({
      bytes,
      format: new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'short', maximumSignificantDigits: 3 }),
    }));
    const days = (instant: string) => daysBetween(now, new Date(instant));
    return {
      date: (instant) => date.format(new Date(instant)),
      dateTime: (instant) => dateTime.format(new Date(instant)),
      relative: (instant) => {
        const distance = days(instant);
        if (Math.abs(distance) < 60) return relative.format(distance, 'day');
        if (Math.abs(distance) < 700) return relative.format(Math.round(distance / 30.44), 'month');
        return relative.format(Math.round(distance / 365.25), 'year');
      },
      number: (value) => number.format(value),
      bytes: (size) => {
        const fitting = sizes.find(({ bytes }) => size >= bytes) ?? sizes.at(-1);
        return fitting ? fitting.format.format(size / fitting.bytes) : String(size);
      },
      list: (parts) => list.format(parts),
      days,
    };
  }, [language, now]);
  return <FormatContext value={format}>{children}</FormatContext>;
}
