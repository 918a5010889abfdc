import { Fragment, type ReactElement, type ReactNode } from 'react';
import { escapeHtml } from '#lib/document/html.ts';

/** Elements that have no end. */
const VOID = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);

/** Attributes that HTML calls by another name than React; all others are written small, those of SVG as they are. */
const NAMES: Record<string, string> = { className: 'class', htmlFor: 'for' };
const SVG_NAMES = new Set(['viewBox', 'preserveAspectRatio']);

type Component = (props: object) => ReactNode;

/**
 * Elements of React as HTML, where React's own renderer may not be: in a route that answers with a piece of a page. It
 * knows what our cards consist of: elements, fragments, and components that are plain functions, without hooks, state
 * and style. Throws on anything else.
 */
export function renderStatic(node: ReactNode): string {
  if (node === null || node === undefined || typeof node === 'boolean') return '';
  if (typeof node === 'string' || typeof node === 'number' || typeof node === 'bigint')
    return escapeHtml(String(node));
  if (Array.isArray(node)) return node.map(renderStatic).join('');
  const { type, props } = node as ReactElement<{ children?: ReactNode }>;
  if (type === Fragment) return renderStatic(props.children);
  if (typeof type === 'function') return renderStatic((type as Component)(props));
  if (typeof type !== 'string') throw new TypeError(`only elements and plain functions can be drawn here`);
  const open = `<${type}${Object.entries(props).map(attribute).join('')}>`;
  return VOID.has(type) ? open : `${open}${renderStatic(props.children)}</${type}>`;
}

function attribute([name, value]: [string, unknown]): string {
  if (name === 'children' || value === null || value === undefined || typeof value === 'function') return '';
  if (name === 'style' || name === 'dangerouslySetInnerHTML')
    throw new TypeError(`${name} cannot be drawn here`);
  // What begins so takes “true” and “false” for words; of others, true is there and false is not.
  const isWord = /^(aria|data)-/.test(name);
  if (value === false && !isWord) return '';
  const written = NAMES[name] ?? (SVG_NAMES.has(name) ? name : name.toLowerCase());
  return ` ${written}="${value === true && !isWord ? '' : escapeHtml(String(value))}"`;
}
