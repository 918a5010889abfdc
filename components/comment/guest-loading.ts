import { focusComment, holdStill } from './focus-comment.ts';

/**
 * Brings more of a thread into the page of somebody who only reads: what the links lead to is fetched as HTML, from the
 * page that holds the thread alone, and put where it belongs. If that fails the link is followed, as without a script.
 */
export function mountGuestLoading(page: Document): () => void {
  const listening = new AbortController();
  page.addEventListener('click', onPress, { signal: listening.signal });
  return () => listening.abort();
}

function onPress(event: MouseEvent): void {
  const { target } = event;
  if (!(target instanceof Element) || event.defaultPrevented || event.button !== 0) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link = target.closest<HTMLAnchorElement>(
    '[data-discuss], .discussion[data-guest] .more[href], .card .discussion[data-guest] .tabs a',
  );
  if (!link) return;
  event.preventDefault();
  void follow(link);
}

async function follow(link: HTMLAnchorElement): Promise<void> {
  if (link.ariaBusy === 'true') return;
  link.ariaBusy = 'true';
  try {
    put(link, await fetchThread(link.href));
  } catch {
    location.assign(link.href);
  } finally {
    link.ariaBusy = null;
  }
}

/** The thread that a link leads to, without the page around it. */
async function fetchThread(href: string): Promise<HTMLElement> {
  const { pathname, search } = new URL(href);
  const response = await fetch(`${pathname}/discussion${search}`, { headers: { accept: 'text/html' } });
  if (!response.ok) throw new Error(`${pathname} was answered ${response.status}`);
  const fetched = new DOMParser().parseFromString(await response.text(), 'text/html');
  const thread = fetched.querySelector<HTMLElement>('.discussion');
  if (!thread) throw new Error(`There is no thread at ${pathname}`);
  return document.adoptNode(thread);
}

function put(link: HTMLAnchorElement, fetched: HTMLElement): void {
  const card = link.closest<HTMLElement>('.card');
  if (card && (link.matches('[data-discuss]') || link.closest('.tabs'))) putIntoCard(card, fetched);
  else if (link.dataset.replies) putReplies(link, fetched, link.dataset.replies);
  else putHeads(link, fetched);
}

/** The whole thread, in the card of its annotation. Its names are told apart from those of the page's own. */
function putIntoCard(card: HTMLElement, thread: HTMLElement): void {
  const id = `discussion-${thread.dataset.thread}`;
  const heading = thread.querySelector('h2');
  thread.id = id;
  if (heading) heading.id = `${id}-title`;
  thread.setAttribute('aria-labelledby', `${id}-title ${card.id}-gist`);
  const words = card.querySelector(`[id="${card.id}-gist"]`)?.textContent?.trim() ?? '';
  for (const part of thread.querySelectorAll('nav, form')) part.ariaLabel += `: ${words}`;
  const open = card.querySelector('.discussion');
  if (open) open.replaceWith(thread);
  else card.querySelector('.card-actions')?.append(thread);
  heading?.setAttribute('tabindex', '-1');
  heading?.focus({ preventScroll: true });
}

function putHeads(link: HTMLAnchorElement, fetched: HTMLElement): void {
  const list = link.closest('.discussion')?.querySelector('.branches');
  const fresh = [...fetched.querySelectorAll<HTMLElement>('.branches > li')].filter((item) => !isThere(item));
  const next = fetched.querySelector(`:scope > .more[rel="${link.rel}"]`);
  const back = link.rel === 'prev';
  if (!list) throw new Error('There is no list to put it into');
  holdStill(back ? list.firstElementChild : null, () => {
    if (back) list.prepend(...fresh);
    else list.append(...fresh);
    if (next) link.replaceWith(next);
    else link.remove();
  });
  leadTo(fresh[0]);
}

function putReplies(link: HTMLAnchorElement, fetched: HTMLElement, parentId: string): void {
  const gap = link.closest('li');
  const list = gap?.parentElement;
  const replies = fetched.querySelector(`[id="comment-${parentId}"] ~ .replies`);
  if (!gap || !list || !replies) throw new Error('There is nothing to put it into');
  const back = link.rel === 'prev';
  const items = [...replies.children].filter((item) => !item.matches('.gap'));
  const fresh = items.filter((item) => !isThere(item));
  const next = replies.querySelector(`:scope > .gap > [rel="${link.rel}"]`)?.parentElement;
  const before = back ? gap.nextElementSibling : gap;
  holdStill(back ? before : null, () => {
    // What stood behind the gap because it was asked for comes to its place.
    for (const item of items) list.insertBefore(thereFor(item) ?? item, before);
    if (next) gap.replaceWith(next);
    else gap.remove();
    if (!back && next?.nextElementSibling) sayFurther(next);
  });
  leadTo(fresh[0] ?? items[0]);
}

/** The page that was fetched did not know of the reply behind the gap, and counted it among those that follow. */
function sayFurther(gap: Element): void {
  const link = gap.querySelector<HTMLElement>('[data-further]');
  if (link?.dataset.further) link.textContent = link.dataset.further;
}

const nameOf = (item: Element) => item.querySelector(':scope > .comment')?.id ?? '';
const thereFor = (item: Element) => document.getElementById(nameOf(item))?.closest('li') ?? null;
const isThere = (item: Element) => thereFor(item) !== null;

function leadTo(item: Element | undefined): void {
  if (item) focusComment(nameOf(item).slice('comment-'.length), { scroll: false });
}
