import { type ParseError, parse } from 'jsonc-parser';
import { z } from 'zod';
import { InvitationTemplate } from '#shared/model/invitation.ts';
import { misfitOf } from '#shared/model/misfit.ts';
import { ProblemError } from '#shared/model/problem.ts';

const FORMAT = 'partner-console/templates';
const VERSION = 1;

/** A template as it travels: its id belongs to the place it came from. */
const TravellingTemplate = InvitationTemplate.omit({ id: true });
export type TravellingTemplate = z.infer<typeof TravellingTemplate>;

const Head = z.object({ format: z.literal(FORMAT), version: z.number().int().positive() });
const Body = z.object({ templates: z.array(TravellingTemplate).min(1).max(1000) });

/** The text of a template file: JSON with its format and version. */
export function writeTemplateFile(templates: readonly InvitationTemplate[]): string {
  const travelling = templates.map((template) => TravellingTemplate.parse(template));
  return `${JSON.stringify({ format: FORMAT, version: VERSION, templates: travelling }, null, 2)}\n`;
}

/**
 * The templates of a file that `writeTemplateFile` wrote.
 *
 * @param file the name that problems give it
 * @throws ProblemError `bad-input`, key `templates…`: no JSON, another format, a newer version, a field that does not fit
 */
export function readTemplateFile(file: string, text: string): readonly TravellingTemplate[] {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { disallowComments: true });
  const [error] = errors;
  if (error) {
    const line = text.slice(0, error.offset).split('\n').length;
    throw new ProblemError('bad-input', 'templatesNotJson', { file, line });
  }
  const head = Head.safeParse(value);
  if (!head.success) throw new ProblemError('bad-input', 'templatesFormat', { file });
  const { version } = head.data;
  if (version > VERSION) throw new ProblemError('bad-input', 'templatesNewer', { file, version });
  const body = Body.safeParse(value);
  if (body.success) return body.data.templates;
  const { path, fault, choices } = misfitOf(body.error, value);
  throw new ProblemError('bad-input', 'templatesInvalid', { file, field: path || 'templates', fault, choices });
}
