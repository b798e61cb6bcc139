/** An end within this many days stands out, in lists as in dossiers: reminders go out 30 days before it. */
export const SOON_DAYS = 30;
