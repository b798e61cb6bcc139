/** How many delegations of a customer, and access assignments of a delegation, the expanded policies look at. */
export interface Slots {
  readonly delegations: number;
  readonly assignments: number;
}

interface Word {
  readonly parameters: readonly string[];
  readonly body: string;
}

type Words = ReadonlyMap<string, Word>;

const DELEGATIONS = 'resource.customer.delegations';

/** Splits at the commas that stand outside of brackets and strings. */
function splitArguments(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const token of text.match(/"[^"]*"|[^"]/g) ?? []) {
    if (token === ',' && depth === 0) {
      parts.push(part.trim());
      part = '';
      continue;
    }
    if ('([{'.includes(token)) depth += 1;
    else if (')]}'.includes(token)) depth -= 1;
    part += token;
  }
  return part.trim() === '' ? parts : [...parts, part.trim()];
}

/** Puts values in the place of parameters, but never inside strings nor in the place of an attribute's name. */
function substitute(body: string, values: ReadonlyMap<string, string>): string {
  return body.replace(/"[^"]*"|(?<![\w.]|has )[A-Za-z]\w*/g, (token) => values.get(token) ?? token);
}

/** Where the bracket that opens at `open` closes. */
function closingOf(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error(`A bracket is not closed in: ${text.slice(open, open + 80)}`);
}

/** One condition per slot: joined by "or" for some (a slot must be there), by "and" for every (only if it is there). */
function overSlots(
  slots: readonly string[],
  quantifier: 'some' | 'every',
  condition: (slot: string) => string,
): string {
  const parts = slots.map((slot) => {
    const [, whole = '', attribute = ''] = /^(.*?)\.((?:customer\.delegations|assignments)\.\w+)$/.exec(slot) ?? [];
    const isThere = `${whole} has ${attribute}`;
    return quantifier === 'some'
      ? `(${isThere} && ${condition(slot)})`
      : `(if ${isThere} then ${condition(slot)} else true)`;
  });
  return `(${parts.join(quantifier === 'some' ? ' || ' : ' && ')})`;
}

const numbered = (path: string, letter: string, count: number) =>
  Array.from({ length: count }, (_, slot) => `${path}.${letter}${slot}`);

function expandCall(name: string, args: readonly string[], words: Words, slots: Slots): string {
  const quantified = /^(some|every)(Delegation|Assignment)$/.exec(name);
  if (quantified) {
    const quantifier = quantified[1] === 'some' ? 'some' : 'every';
    const [condition = '', variable = '', delegation = ''] = [...args].reverse();
    const paths =
      quantified[2] === 'Delegation'
        ? numbered(DELEGATIONS, 'd', slots.delegations)
        : numbered(`${delegation}.assignments`, 'a', slots.assignments);
    return overSlots(paths, quantifier, (slot) =>
      expand(`(${substitute(condition, new Map([[variable, slot]]))})`, words, slots),
    );
  }
  const word = words.get(name);
  if (!word) throw new Error(`No word ${name} is defined for the Cedar policies.`);
  if (word.parameters.length !== args.length) {
    throw new Error(`${name} takes ${word.parameters.length} arguments, not ${args.length}.`);
  }
  const values = new Map(word.parameters.map((parameter, index) => [parameter, args[index] ?? '']));
  return expand(substitute(word.body, values), words, slots);
}

function expand(text: string, words: Words, slots: Slots): string {
  let expanded = '';
  let rest = text;
  for (;;) {
    // A word is called by its name and a bracket without a space; Cedar's own methods follow a dot.
    const call = /"[^"]*"|(?<![\w.@])([a-z]\w*)\(/.exec(rest);
    if (!call) return expanded + rest;
    const [match, name] = call;
    if (name === undefined) {
      expanded += rest.slice(0, call.index + match.length);
      rest = rest.slice(call.index + match.length);
      continue;
    }
    const open = call.index + match.length - 1;
    const close = closingOf(rest, open);
    expanded += rest.slice(0, call.index) + expandCall(name, splitArguments(rest.slice(open + 1, close)), words, slots);
    rest = rest.slice(close + 1);
  }
}

/**
 * Expands the words (`let name(parameters) = condition;`) and the quantifiers that `cedar/words.cedar` describes
 * into plain Cedar text. It only replaces text: nothing is judged here.
 *
 * @throws Error naming the word that is not defined or wrongly used
 */
export function expandWords(texts: readonly string[], slots: Slots): string {
  const words = new Map<string, Word>();
  const policies = texts.map((text) =>
    text
      .replace(/^\s*\/\/.*$/gm, '')
      .replace(/^let (\w+)\(([^)]*)\) =([^;]*);/gm, (_, name: string, parameters: string, body: string) => {
        words.set(name, { parameters: splitArguments(parameters), body: body.trim() });
        return '';
      }),
  );
  return expand(policies.join('\n'), words, slots);
}
