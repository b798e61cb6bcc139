import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';

/** Every message of a tree by its dotted path. What is neither a tree nor a text has no place in a catalogue. */
export function messagesOf(tree: object, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (key.includes('.')) throw new Error(`the key ${path}${key} has a dot`);
    if (typeof value === 'string') found.set(`${path}${key}`, value);
    else if (typeof value === 'object' && value !== null) {
      for (const entry of messagesOf(value, `${path}${key}.`)) found.set(...entry);
    } else throw new Error(`${path}${key} is no text`);
  }
  return found;
}

/** The arguments and tags that a message takes, each with its kind and choices: what its caller has to know. */
export function argumentsOf(message: string): string[] {
  const found = new Set<string>();
  const visit = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      switch (element.type) {
        case TYPE.literal:
        case TYPE.pound:
          break;
        case TYPE.tag:
          found.add(`<${element.value}>`);
          visit(element.children);
          break;
        case TYPE.select:
          found.add(`${element.value}: select ${Object.keys(element.options).sort().join(' ')}`);
          for (const { value } of Object.values(element.options)) visit(value);
          break;
        case TYPE.plural:
          // The plural forms of a language are its own affair.
          found.add(`${element.value}: ${element.pluralType ?? 'cardinal'}`);
          for (const { value } of Object.values(element.options)) visit(value);
          break;
        default:
          found.add(`${element.value}: ${TYPE[element.type]}`);
      }
    }
  };
  visit(parse(message));
  return [...found].sort();
}
