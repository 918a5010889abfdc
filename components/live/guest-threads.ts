import { threadHref } from '#components/comment/addresses.ts';
import { announce } from '#components/ui/announce.ts';
import { commentNews, threadOf } from './comment-news.ts';
import { Gathering } from './gathering.ts';
import { keepPlace, keepRoom } from './keep-place.ts';
import type { LiveEvent } from './live-event.ts';
import { countWords, type LiveWords } from './live-words.ts';
import { morph } from './morph.ts';
import { NewsCount } from './news-count.ts';
import { Offer } from './offer.ts';
import { readPage } from './read-page.ts';

/** Comments that stand on no page that is open: so many are looked for at a time. */
const SOUGHT_MAX = 5;

const itemOf = (root: ParentNode, id: string) =>
  root.querySelector<HTMLElement>(`#${CSS.escape(`comment-${id}`)}`);

/**
 * The discussions on the page of somebody who only reads, while others speak: new comments are counted and offered, above
 * the list and at the comment that they answer; votes and edits change in their place; of what is taken away the room
 * stays.
 */
export class GuestThreads {
  private readonly main: HTMLElement;
  private readonly words: LiveWords;
  private readonly news = new Map<string, NewsCount>();
  private readonly offers = new Map<string, Offer>();
  private readonly changes = new Gathering((ids) => this.readChanges(ids));

  constructor(main: HTMLElement, words: LiveWords) {
    this.main = main;
    this.words = words;
  }

  stop(): void {
    this.changes.stop();
    for (const offer of this.offers.values()) offer.say(null);
  }

  onEvent(event: LiveEvent): void {
    const thread = threadOf(event);
    const section = this.sectionOf(thread);
    if (!section) return;
    const news = commentNews(event, (id) => itemOf(section, id) !== null);
    if (!news) return;
    if (news.is === 'changed') return this.changes.add(news.id, event.readers);
    const count = this.news.get(thread) ?? new NewsCount();
    this.news.set(thread, count);
    if (news.is === 'new') count.add(news.id, news.parentId);
    else count.delete(news.id);
    this.offer(thread, section);
  }

  private sectionOf(thread: string): HTMLElement | null {
    return this.main.querySelector(`.discussion[data-guest][data-thread="${CSS.escape(thread)}"]`);
  }

  /** Says in the place of each how many there are. */
  private offer(thread: string, section: HTMLElement): void {
    const groups = this.news.get(thread)?.groups((id) => itemOf(section, id) !== null) ?? new Map();
    for (const parent of new Set([...groups.keys(), ...this.offersIn(thread)])) {
      const place = parent === '' ? section.querySelector('.thread-offer') : itemOf(section, parent);
      const key = `${thread} ${parent}`;
      let offer = this.offers.get(key);
      if (!offer && place) {
        offer = new Offer(place as HTMLElement, () => this.show(thread, parent));
        this.offers.set(key, offer);
      }
      const n = groups.get(parent)?.length ?? 0;
      offer?.say(n === 0 ? null : countWords(this.words, parent === '' ? 'comments' : 'replies', n));
    }
  }

  private offersIn(thread: string): string[] {
    const keys = [...this.offers.keys()].filter((key) => key.startsWith(`${thread} `));
    return keys.map((key) => key.slice(thread.length + 1));
  }

  /** What stands on the page is read off it as it is now; what stands elsewhere, off the page that shows it. */
  private async readChanges(ids: ReadonlySet<string>): Promise<void> {
    const fresh = await readPage();
    let sought = 0;
    for (const id of ids) {
      const comment = itemOf(this.main, id);
      if (!comment) continue;
      let now = itemOf(fresh, id);
      if (!now && sought < SOUGHT_MAX) {
        sought += 1;
        now = itemOf(await readPage(seeker(comment, id)), id);
        if (!now) takeAway(comment, this.words.commentGone);
      }
      if (now?.matches('.gone')) keepRoom(comment);
      if (now) keepPlace(() => morph(comment, now));
    }
    for (const header of fresh.querySelectorAll('.discussion[data-guest]')) {
      const section = this.sectionOf((header as HTMLElement).dataset.thread ?? '');
      const [count, now] = [section, header].map((one) => one?.querySelector('header > .num'));
      if (count && now) morph(count, now);
    }
  }

  /** Puts what is new into the list; where it stands on another page of it, leads there. */
  private async show(thread: string, parent: string): Promise<void> {
    const section = this.sectionOf(thread);
    const count = this.news.get(thread);
    if (!section || !count) return;
    const wanted = count.groups((id) => itemOf(section, id) !== null).get(parent) ?? [];
    try {
      const page = await readPage(isWhole(section) ? undefined : `/claims/${thread}/discussion`);
      const fresh = page.querySelector(`.discussion[data-thread="${CSS.escape(thread)}"]`);
      const found = wanted.filter((id) => fresh && itemOf(fresh, id)).sort();
      const [first] = wanted.toSorted();
      if (!fresh || found.length === 0) {
        if (first) location.assign(threadHref(pathOf(section, thread), { comment: first }));
        return;
      }
      keepPlace(() => applyThread(section, fresh));
      count.forget((id) => itemOf(section, id) !== null);
      // Their buttons went with what was replaced.
      for (const one of this.offersIn(thread)) this.offers.delete(`${thread} ${one}`);
      this.offer(thread, section);
      const shown = itemOf(section, found[0] as string);
      shown?.focus({ preventScroll: true });
      shown?.scrollIntoView({ block: 'nearest' });
    } catch {
      announce(this.words.failed, 'error');
    }
  }
}

/** Whether the page is about this thread, and not only a card on it. */
const isWhole = (section: Element) => section.closest('.card') === null;

const pathOf = (section: Element, thread: string) =>
  isWhole(section) ? location.pathname.replace(/\/discussion$/, '') : `/claims/${thread}`;

function seeker(comment: Element, id: string): string {
  const section = comment.closest<HTMLElement>('.discussion');
  const path = section ? pathOf(section, section.dataset.thread ?? '') : location.pathname;
  return `${path}/discussion?comment=${id}`;
}

/** All but what one writes in. */
function applyThread(section: Element, fresh: Element): void {
  for (const part of [
    ':scope > header',
    '.thread-list',
    ':scope > .more[rel="prev"]',
    ':scope > .more[rel="next"]',
  ]) {
    const [from, to] = [section.querySelector(part), fresh.querySelector(part)];
    if (from && to) morph(from, to);
    else if (to) section.append(to);
    else from?.remove();
  }
}

/** The words go; their room stays, so that nothing below moves up under the reader's eye. */
function takeAway(comment: HTMLElement, words: string): void {
  keepRoom(comment);
  comment.classList.add('gone');
  const note = document.createElement('p');
  note.className = 'placeholder';
  note.textContent = words;
  comment.replaceChildren(note);
  comment.ariaLabel = words;
}
