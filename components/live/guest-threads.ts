import { threadHref } from '#components/comment/addresses.ts';
import { focusComment } from '#components/comment/focus-comment.ts';
import { announce } from '#components/ui/announce.ts';
import { commentNews, threadOf } from './comment-news.ts';
import { Gathering } from './gathering.ts';
import { commentIn, insertComment } from './insert-comment.ts';
import { keepPlace, keepRoom } from './keep-place.ts';
import type { LiveEvent } from './live-event.ts';
import { countWords, type LiveWords } from './live-words.ts';
import { morph } from './morph.ts';
import { NewsCount } from './news-count.ts';
import { Offer } from './offer.ts';
import { readPage } from './read-page.ts';

/** Comments that stand on no page that is open: so many are looked for at a time. */
const SOUGHT_MAX = 5;

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
  /** More of a thread is read into the page, and with it what was counted. */
  private readonly arrivals = new MutationObserver(() => this.recount());

  constructor(main: HTMLElement, words: LiveWords) {
    this.main = main;
    this.words = words;
    this.arrivals.observe(main, { childList: true, subtree: true });
  }

  stop(): void {
    this.changes.stop();
    this.arrivals.disconnect();
    for (const offer of this.offers.values()) offer.say(null);
  }

  onEvent(event: LiveEvent): void {
    const thread = threadOf(event);
    const section = this.sectionOf(thread);
    if (!section) return;
    const news = commentNews(event, (id) => commentIn(section, id) !== null);
    if (!news) return;
    if (news.is === 'changed') return this.changes.add(news.id, event.readers);
    const count = this.news.get(thread) ?? new NewsCount();
    this.news.set(thread, count);
    if (news.is === 'new') count.add(news.id, news.parentId);
    else count.delete(news.id);
    this.offer(thread, section);
  }

  private recount(): void {
    for (const [thread, count] of this.news) {
      const section = this.sectionOf(thread);
      if (section && count.forget((id) => commentIn(section, id) !== null)) this.offer(thread, section);
    }
  }

  private sectionOf(thread: string): HTMLElement | null {
    return this.main.querySelector(`.discussion[data-guest][data-thread="${CSS.escape(thread)}"]`);
  }

  /** Says in the place of each how many there are. */
  private offer(thread: string, section: HTMLElement): void {
    const groups = this.news.get(thread)?.groups((id) => commentIn(section, id) !== null) ?? new Map();
    for (const parent of new Set([...groups.keys(), ...this.offersIn(thread)])) {
      const place = parent === '' ? section.querySelector('.thread-offer') : commentIn(section, parent);
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
      const comment = commentIn(this.main, id);
      if (!comment) continue;
      let now = commentIn(fresh, id);
      if (!now && sought < SOUGHT_MAX) {
        sought += 1;
        const section = comment.closest<HTMLElement>('.discussion');
        if (section) now = commentIn(await readPage(`${aloneOf(section)}?comment=${id}`), id);
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

  /** Puts what is new into the list; where its place there is not known, leads to it. */
  private async show(thread: string, parent: string): Promise<void> {
    const section = this.sectionOf(thread);
    const count = this.news.get(thread);
    if (!section || !count) return;
    const shows = (id: string) => commentIn(section, id) !== null;
    const wanted = (count.groups(shows).get(parent) ?? []).toSorted();
    try {
      const fresh = await readThread(section, isWhole(section) ? undefined : aloneOf(section));
      insertAll(section, fresh, wanted);
      // Those that stand on another page of the thread are looked for there.
      for (const id of wanted.filter((one) => !shows(one)).slice(0, SOUGHT_MAX))
        insertAll(section, await readThread(section, `${aloneOf(section)}?comment=${id}`), [id]);
      const first = wanted.find(shows);
      count.forget(shows);
      if (fresh) applyHead(section, fresh);
      this.offer(thread, section);
      if (first) focusComment(first);
      else if (wanted[0]) location.assign(threadHref(pathOf(section), { comment: wanted[0] }));
    } catch {
      announce(this.words.failed, 'error');
    }
  }
}

async function readThread(section: HTMLElement, path?: string): Promise<Element | null> {
  const { thread = '' } = section.dataset;
  return (await readPage(path)).querySelector(`.discussion[data-thread="${CSS.escape(thread)}"]`);
}

function insertAll(section: Element, fresh: Element | null, ids: readonly string[]): void {
  if (!fresh) return;
  keepPlace(() => {
    for (const id of ids) insertComment(section, fresh, id);
  });
}

/** Whether the page is about this thread, and not only a card on it. */
const isWhole = (section: Element) => section.closest('.card') === null;

/** The page on which the whole thread stands. */
const pathOf = (section: HTMLElement) =>
  isWhole(section) ? location.pathname.replace(/\/discussion$/, '') : `/claims/${section.dataset.thread}`;

/** The page of the thread alone. */
const aloneOf = (section: HTMLElement) => `${pathOf(section)}/discussion`;

/** How many there are, and the orders that two and more can be read in. */
function applyHead(section: Element, fresh: Element): void {
  const [from, to] = [section, fresh].map((one) => one.querySelector(':scope > header'));
  // In a card it has names of its own.
  const [count, now] = [from, to].map((one) => one?.querySelector(':scope > .num'));
  if (isWhole(section) && from && to) morph(from, to);
  else if (count && now) morph(count, now);
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
