import { type CSSProperties, createElement, Fragment, type ReactNode } from 'react';

/** What a mail is made of. Anything else is replaced by what stands in it; links are shown and never followed. */
const SHOWN: Readonly<Record<string, string>> = {
  a: 'span',
  b: 'b',
  strong: 'strong',
  em: 'em',
  i: 'i',
  code: 'code',
  span: 'span',
  div: 'div',
  p: 'p',
  // The mail's headings are none of the window's.
  h1: 'div',
  h2: 'div',
  h3: 'div',
  ul: 'ul',
  ol: 'ol',
  li: 'li',
  br: 'br',
  hr: 'hr',
  // Mail programs lay out with tables; to a screen reader those are not tables.
  table: 'div',
  tbody: 'div',
  tr: 'div',
  td: 'div',
};
const LEFT_OUT: ReadonlySet<string> = new Set(['head', 'style', 'script', 'title', 'meta', 'link']);
const EMPTY: ReadonlySet<string> = new Set(['br', 'hr']);
/** A preview stays in its frame and fetches nothing. */
const HARMLESS =
  /^(color|background|background-color|font(-.*)?|line-height|letter-spacing|text-(align|decoration|indent)|white-space|word-break|overflow-wrap|word-wrap|padding(-.*)?|margin(-.*)?|border(-.*)?|max-width|width|height|display|list-style(-type)?)$/;

/** The declarations of a `style` attribute, in React's spelling, without what could fetch or escape. */
export function harmlessStyle(declarations: string): CSSProperties {
  const style: Record<string, string> = {};
  for (const declaration of declarations.split(';')) {
    const colon = declaration.indexOf(':');
    const name = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration.slice(colon + 1).trim();
    if (colon < 0 || !HARMLESS.test(name) || /url\(|expression|@import|position|\\/i.test(value)) continue;
    style[name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())] = value.replace(
      /\s*!important$/i,
      '',
    );
  }
  return style;
}

/**
 * The HTML part of a mail as React elements. The content security policy allows neither a frame nor style attributes
 * from text, so the mail is read by the browser's own inert parser and built again, its styles set one by one.
 */
export function renderMail(html: string, locked?: LockedParts): ReactNode {
  return renderChildren(parseMail(html), locked);
}

/** The parts of a mail that nobody may change, and how they are marked. */
export interface LockedParts {
  /** What they say, as `partsOf` tells it of a mail without any words of its own. */
  readonly texts: ReadonlySet<string>;
  readonly className: string;
}

/** What each part of a mail says (a paragraph, a button, a list), without regard to white space. */
export function partsOf(html: string): ReadonlySet<string> {
  return new Set([...parseMail(html).querySelectorAll('div > *')].map(textOf));
}

const textOf = (part: Element) => (part.textContent ?? '').replaceAll(/\s+/g, ' ').trim();

function parseMail(html: string): HTMLElement {
  // Parsed styles would be refused by the policy (loudly) before they could be read.
  const muted = html.replaceAll(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle=/i, ' data-style='));
  return new DOMParser().parseFromString(muted, 'text/html').body;
}

function renderChildren(parent: Element, locked?: LockedParts): ReactNode {
  return [...parent.childNodes].map((node, at) => {
    const rendered = renderNode(node, locked);
    const marked = locked && parent.tagName === 'DIV' && node instanceof Element && locked.texts.has(textOf(node));
    return createElement(
      Fragment,
      { key: at },
      marked ? createElement('div', { className: locked.className }, rendered) : rendered,
    );
  });
}

function renderNode(node: ChildNode, locked?: LockedParts): ReactNode {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element)) return null;
  const tag = node.tagName.toLowerCase();
  if (LEFT_OUT.has(tag)) return null;
  const shown = SHOWN[tag];
  if (shown === undefined) return renderChildren(node, locked);
  const style = harmlessStyle(node.getAttribute('data-style') ?? '');
  return EMPTY.has(tag)
    ? createElement(shown, { style })
    : createElement(shown, { style }, renderChildren(node, locked));
}
