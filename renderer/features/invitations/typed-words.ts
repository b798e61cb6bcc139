import type { InvitationTemplate, MailWords } from '#shared/model/invitation.ts';

/** The words of a mail as they stand in the form. */
export interface TypedWords {
  /** The template they come from; `null` for the built-in words. */
  readonly template: string | null;
  /** `null` is the built-in one. */
  readonly subject: string | null;
  /** `null` is the built-in ones; a removed paragraph is `null` in its place. */
  readonly paragraphs: readonly (string | null)[] | null;
}

export const BUILT_IN: TypedWords = { template: null, subject: null, paragraphs: null };

/** The words of the mail that the built-in text begins with. */
export interface BuiltInWords {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

/** Whether somebody wrote something of their own, which must not be lost unasked. */
export function isEdited(words: TypedWords, template: InvitationTemplate | null): boolean {
  if (template === null) return words.subject !== null || words.paragraphs !== null;
  const { subject, paragraphs } = fromTemplate(template);
  return words.subject !== subject || JSON.stringify(words.paragraphs) !== JSON.stringify(paragraphs);
}

/** What a template begins with; where it has fewer paragraphs than the built-in text, the others are removed. */
export function fromTemplate({ id, subject, paragraphs }: InvitationTemplate): TypedWords {
  return { template: id, subject, paragraphs: inPlaces([paragraphs[0] ?? '', paragraphs[1] ?? '']) };
}

/** The words as the fields show them. */
export function shownWords(words: TypedWords, builtIn: BuiltInWords) {
  return { subject: words.subject ?? builtIn.subject, paragraphs: words.paragraphs ?? builtIn.paragraphs };
}

/** The same words with one paragraph changed, or removed (`null`). */
export function withParagraph(words: TypedWords, builtIn: BuiltInWords, at: number, text: string | null): TypedWords {
  const { paragraphs } = shownWords(words, builtIn);
  return { ...words, paragraphs: paragraphs.map((paragraph, index) => (index === at ? text : paragraph)) };
}

/** The words as the main side takes them: what was removed stays empty in its place, and is not in the mail. */
export function savedWords({ template, subject, paragraphs }: TypedWords): MailWords {
  return { template, subject, paragraphs: paragraphs?.map((paragraph) => paragraph ?? '') ?? null };
}

/** Paragraphs with a place for each, empty ones `null`: what was removed can be put back where it stood. */
export function inPlaces(paragraphs: readonly string[]): (string | null)[] {
  return paragraphs.map((paragraph) => (paragraph.trim() === '' ? null : paragraph));
}
