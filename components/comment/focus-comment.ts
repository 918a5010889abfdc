/** Puts the focus on a comment that stands on the page, where the reader sees it. */
export function focusComment(id: string, { scroll = true } = {}): void {
  const comment = document.getElementById(`comment-${id}`);
  comment?.focus({ preventScroll: true });
  if (scroll) comment?.scrollIntoView({ block: 'nearest' });
}

/** Changes the page and leaves what is being read where it is: `keep` stands in the same place before and after. */
export function holdStill(keep: Element | null, change: () => void): void {
  const before = keep?.getBoundingClientRect().top;
  change();
  if (keep === null || before === undefined || !keep.isConnected) return;
  const moved = keep.getBoundingClientRect().top - before;
  if (Math.abs(moved) < 1) return;
  const box = scrollerOf(keep);
  // At once, also where the page scrolls smoothly.
  box.scrollBy({ top: moved, behavior: 'instant' });
}

/** A card scrolls by itself. */
function scrollerOf(element: Element): Element | Window {
  const card = element.closest('.card');
  return card && card.scrollHeight > card.clientHeight + 1 ? card : window;
}
