import type { InvitationTemplate } from '#shared/model/invitation.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { TravellingTemplate } from './template-file.ts';

const NAME_LIMIT = 80;

type Templates = readonly InvitationTemplate[];

/**
 * The templates with one more, or with the one of the same id replaced. A name is borne once per kind, language and
 * scope; another one of that name is a `refused` problem.
 */
export function withTemplate(templates: Templates, template: InvitationTemplate): Templates {
  const others = templates.filter(({ id }) => id !== template.id);
  if (others.some((other) => isNamesake(other, template))) {
    throw new ProblemError('refused', 'templateNameTaken', { name: template.name });
  }
  const place = templates.findIndex(({ id }) => id === template.id);
  return place === -1 ? [...others, template] : templates.map((one) => (one.id === template.id ? template : one));
}

/**
 * The templates with those of a file. One that is there word for word is not taken twice; one whose name is borne by
 * another gets a number after it.
 */
export function withImported(
  templates: Templates,
  incoming: readonly TravellingTemplate[],
  newId: () => string,
): Templates {
  const all = [...templates];
  for (const one of incoming) {
    if (all.some((other) => isNamesake(other, one) && sameWords(other, one))) continue;
    all.push({ ...one, id: newId(), name: freeName(all, one) });
  }
  return all;
}

function freeName(all: Templates, template: TravellingTemplate): string {
  const isFree = (name: string) => !all.some((other) => isNamesake(other, { ...template, name }));
  let name = template.name;
  for (let number = 2; !isFree(name); number += 1) {
    const tail = ` (${number})`;
    name = `${cutTo(template.name, NAME_LIMIT - tail.length)}${tail}`;
  }
  return name;
}

/** Cut between characters; the limit counts as the model does, in UTF-16 units. */
function cutTo(text: string, limit: number): string {
  const characters = [...text];
  while (characters.join('').length > limit) characters.pop();
  return characters.join('').trimEnd();
}

function isNamesake(one: TravellingTemplate, other: TravellingTemplate): boolean {
  return (
    one.kind === other.kind && one.language === other.language && one.scope === other.scope && one.name === other.name
  );
}

function sameWords(one: TravellingTemplate, other: TravellingTemplate): boolean {
  return one.subject === other.subject && JSON.stringify(one.paragraphs) === JSON.stringify(other.paragraphs);
}
