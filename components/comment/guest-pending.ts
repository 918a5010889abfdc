import { readSome } from '#components/api/read-some.ts';
import { initials } from '#components/ui/initials.ts';
import { forgetPending, listPending, type PendingComment } from './guest-kept.ts';
import type { GuestWords } from './guest-words.ts';

/** Puts what awaits approval into a thread, where it will stand. What is there stays as it is. */
export function putAllPending(thread: HTMLElement, words: GuestWords): void {
  for (const comment of listPending(thread.dataset.thread ?? '')) putPending(thread, words, comment);
}

/** Forgets what readers see by now: the page shows it, or leads to it. */
export async function forgetVisible(thread: HTMLElement): Promise<void> {
  const waiting = listPending(thread.dataset.thread ?? '').map(({ id }) => id);
  const found = await readSome<{ id: string; state: string }>('comments', waiting);
  const visible = new Set(found.filter(({ state }) => state === 'visible').map(({ id }) => id));
  if (visible.size === 0) return;
  forgetPending(visible);
  for (const id of visible) articleOf(thread, id, '[data-pending]')?.closest('li')?.remove();
}

const articleOf = (thread: Element, id: string, that = '') =>
  thread.querySelector<HTMLElement>(`#${CSS.escape(`comment-${id}`)}${that}`);

/** Shows a comment that awaits approval, if it is not there yet. Null where the comment that it answers is not there. */
export function putPending(
  thread: HTMLElement,
  words: GuestWords,
  comment: PendingComment,
): HTMLElement | null {
  const known = articleOf(thread, comment.id);
  if (known) return known;
  const list = comment.parentId === null ? headsOf(thread) : repliesOf(thread, comment.parentId);
  if (!list) return null;
  const item = document.createElement('li');
  const article = draw(comment, words);
  item.append(article);
  list.append(item);
  return article;
}

/** At the end of the list; where the thread goes on behind it, after the way there. */
function headsOf(thread: HTMLElement): Element {
  const further = thread.querySelector(':scope > .more[rel="next"]');
  const list = further
    ? thread.querySelector(':scope > .branches')
    : thread.querySelector('.thread-list > .branches');
  if (list) return list;
  const made = document.createElement('ol');
  made.className = 'branches';
  if (further) thread.append(made);
  else {
    thread.querySelector('.nothing')?.remove();
    thread.querySelector('.thread-list')?.append(made);
  }
  return made;
}

function repliesOf(thread: HTMLElement, parentId: string): Element | null {
  const item = articleOf(thread, parentId)?.closest('li');
  if (!item) return null;
  const list = item.querySelector(':scope > .replies');
  if (list) return list;
  const made = document.createElement('ol');
  made.className = 'replies';
  item.append(made);
  return made;
}

function draw({ id, name, text }: PendingComment, words: GuestWords): HTMLElement {
  const article = make('article', 'comment');
  article.id = `comment-${id}`;
  article.tabIndex = -1;
  article.ariaLabel = words.label.replace('#', () => name);
  article.dataset.state = 'pending';
  article.dataset.pending = '';
  const avatar = make('span', 'avatar');
  avatar.dataset.initials = initials(name);
  avatar.ariaHidden = 'true';
  const speaker = make('b', '', name);
  speaker.dir = 'auto';
  const who = make('p', 'who');
  who.append(speaker, make('span', 'tag', words.guest));
  const head = make('header', 'comment-head');
  head.append(avatar, who);
  const said = make('div', 'said');
  said.dir = 'auto';
  for (const line of text.split(/\n+/).filter((one) => one.trim() !== '')) said.append(make('p', '', line));
  article.append(head, make('p', 'state', words.pending), said);
  return article;
}

function make(tag: string, className: string, text = ''): HTMLElement {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}
