/** What ends a run of words: it cannot stand in a paragraph. */
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DIV DL FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE UL'.split(
    ' ',
  ),
);

/**
 * Puts paragraphs together again that wpDiscuz's inline forms broke: it writes a block into them, with a form in it that
 * asks for thoughts. The marked words stay, the form goes. The DOM is changed. O(page).
 */
export function mendInlineFeedback(dom: Document): void {
  for (const marked of dom.querySelectorAll('.wpd-inline-shortcode')) {
    for (const form of marked.querySelectorAll('.wpd-inline-icon-wrapper')) form.remove();
    const before = marked.previousElementSibling;
    if (before?.tagName !== 'P') continue;
    before.append(...marked.childNodes);
    let next = marked.nextSibling;
    while (next && !isBlock(next)) {
      const after = next.nextSibling;
      before.append(next);
      next = after;
    }
    // A browser makes an empty paragraph of the end tag that is left over.
    if (next && isEmptyParagraph(next)) next.remove();
    marked.remove();
  }
}

const isBlock = (node: Node): node is Element =>
  node.nodeType === 1 && BLOCKS.has(node.nodeName.toUpperCase());

const isEmptyParagraph = (node: Element) =>
  node.tagName === 'P' && node.children.length === 0 && !node.textContent?.trim();
