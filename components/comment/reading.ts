/** What every reader's thread does with a script; it knows the thread by its HTML alone, whoever rendered that. */

/**
 * Folds replies away, shows the rest of a long comment, and walks from comment to comment with `n` and `p`. An address
 * that names a comment which is not on the page leads to the page on which it is.
 */
export function mountReading(page: Document): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  page.addEventListener('click', (event) => onPress(event), { signal });
  page.addEventListener('focusin', ({ target }) => showWhole(target), { signal });
  page.addEventListener('keydown', onKey, { signal });
  addEventListener('hashchange', () => leadToNamed(page), { signal });
  leadToNamed(page);
  return () => listening.abort();
}

function onPress({ target }: MouseEvent): void {
  if (!(target instanceof Element)) return;
  const fold = target.closest<HTMLElement>('.fold');
  if (fold) setFolded(fold, fold.ariaExpanded === 'true');
  const rest = target.closest('[data-read-on]');
  if (!rest) return;
  const comment = rest.closest<HTMLElement>('.comment');
  comment?.removeAttribute('data-long');
  // The button goes; what it belonged to has the focus instead.
  comment?.focus({ preventScroll: true });
}

function setFolded(button: HTMLElement, folded: boolean): void {
  button.ariaExpanded = String(!folded);
  button.closest('li')?.toggleAttribute('data-folded', folded);
}

/** A link in the part of a comment that is not shown has got the focus. */
function showWhole(target: EventTarget | null): void {
  if (target instanceof Element && target.closest('.said'))
    target.closest('.comment[data-long]')?.removeAttribute('data-long');
}

function leadToNamed(page: Document): void {
  const id = /^#comment-([0-9a-f-]{36})$/.exec(location.hash)?.[1];
  const thread = page.querySelector('.discussion');
  if (!id || !thread) return;
  const comment = page.getElementById(`comment-${id}`);
  if (comment) {
    for (let item = comment.closest('li'); item; item = item.parentElement?.closest('li') ?? null) {
      const fold =
        item.hasAttribute('data-folded') && item.querySelector<HTMLElement>(':scope > .comment > .fold');
      if (fold) setFolded(fold, false);
    }
    comment.removeAttribute('data-long');
    comment.scrollIntoView({ block: 'nearest' });
  } else if (new URLSearchParams(location.search).get('comment') !== id) {
    location.replace(`/comments/${id}`);
  }
}

function onKey(event: KeyboardEvent): void {
  const { target, key } = event;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (key !== 'n' && key !== 'p') return;
  if (!(target instanceof HTMLElement) || isTyping(target) || document.querySelector('dialog[open]')) return;
  const here = target.closest<HTMLElement>('.comment');
  const comments = [
    ...(target.closest('.discussion') ?? document).querySelectorAll<HTMLElement>('.comment'),
  ].filter((comment) => comment.checkVisibility());
  const at = here ? comments.indexOf(here) + (key === 'n' ? 1 : -1) : nearest(comments, key);
  const next = comments[at];
  if (!next) return;
  event.preventDefault();
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest' });
}

const isTyping = (target: HTMLElement) =>
  target.isContentEditable || target.matches('input, textarea, select');

/** Where to begin when no comment has the focus: at what is seen first. */
function nearest(comments: readonly HTMLElement[], key: string): number {
  const at = comments.findIndex((comment) => comment.getBoundingClientRect().top >= 0);
  return key === 'n' ? at : (at === -1 ? comments.length : at) - 1;
}
