/** What scripts set on served elements, and what the reader opened. */
const KEPT = new Set([
  'style',
  'tabindex',
  'open',
  'popover',
  'aria-expanded',
  'data-long',
  ...['active', 'ready', 'placed', 'density', 'near', 'folded', 'more'].map((name) => `data-${name}`),
]);

/**
 * Makes an element be like another one and keeps whatever has an equal in its place, so that the focus, what was opened
 * and what is being played stay. Children are matched by their id, else by `data-annotation`, else in their order; what
 * scripts set is left alone. `to` is taken apart. O(number of nodes).
 */
export function morph(from: Element, to: Element): void {
  if (from.isEqualNode(to)) return;
  morphAttributes(from, to);
  const named = new Map<string, Element>();
  for (const child of from.children) {
    const name = nameOf(child);
    if (name) named.set(name, child);
  }
  let next: ChildNode | null = from.firstChild;
  for (const wanted of [...to.childNodes]) {
    const name = nameOf(wanted);
    const match = name ? (named.get(name) ?? null) : alike(next, wanted) ? next : null;
    if (!match || match.nodeName !== wanted.nodeName) {
      from.insertBefore(wanted, next);
      continue;
    }
    if (match === next) next = next.nextSibling;
    else from.insertBefore(match, next);
    if (match instanceof Element) morph(match, wanted as Element);
    else if (match.nodeValue !== wanted.nodeValue) match.nodeValue = wanted.nodeValue;
  }
  while (next) {
    const { nextSibling } = next;
    if (!isLeft(next)) next.remove();
    next = nextSibling;
  }
}

function morphAttributes(from: Element, to: Element): void {
  for (const { name } of [...from.attributes])
    if (!KEPT.has(name) && !to.hasAttribute(name)) from.removeAttribute(name);
  for (const { name, value } of [...to.attributes])
    if (!KEPT.has(name) && from.getAttribute(name) !== value) from.setAttribute(name, value);
}

/** What somebody is writing in, and what a script read into a card. */
const isLeft = (node: Node) =>
  node instanceof Element && node.matches('form, :has(form), .card-actions > .discussion');

/** The name of a list item is that of what it holds. */
function nameOf(node: Node): string | null {
  if (!(node instanceof Element)) return null;
  const own = node.matches('li') ? node.firstElementChild : node;
  return own?.id || null;
}

/** In its order only what has no name of its own is matched. */
function alike(node: Node | null, wanted: Node): boolean {
  return node !== null && node.nodeName === wanted.nodeName && nameOf(node) === null;
}
