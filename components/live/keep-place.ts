/** What is read: the first of these that is on the screen stays where it is. */
const READ = '.prose > *, .prose li, .comment, .card';

/**
 * Changes the page and keeps what the reader reads where it is on the screen, whatever is put in or taken away above it.
 * Browsers do that by themselves only where a change lies above the screen, and not all of them.
 */
export function keepPlace(change: () => void): void {
  const anchor = firstOnScreen();
  const before = anchor?.getBoundingClientRect().top ?? 0;
  const { style } = document.documentElement;
  style.overflowAnchor = 'none';
  change();
  if (anchor?.isConnected) {
    const moved = anchor.getBoundingClientRect().top - before;
    if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: 'instant' });
  }
  requestAnimationFrame(() => requestAnimationFrame(() => style.removeProperty('overflow-anchor')));
}

/** What is about to become less keeps the height that it has: nothing below it moves up. */
export function keepRoom(element: HTMLElement): void {
  element.style.minBlockSize = `${element.getBoundingClientRect().height}px`;
}

function firstOnScreen(): Element | null {
  for (const element of document.querySelectorAll(READ)) {
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom > 0 && bottom > top) return top < innerHeight ? element : null;
  }
  return null;
}
