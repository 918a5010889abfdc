import { readCard } from '#components/annotation/complete-card.ts';
import { keepOrder } from './keep-order.ts';
import { keepPlace } from './keep-place.ts';
import { morph } from './morph.ts';

/** The parts of an article page that tell of its annotations, in their order. */
const PARTS = [':scope > .rail', ':scope > .text', ':scope > .margin'];
/** Drawn by the script of a page with thousands. */
const DRAWN = '[data-drawn]';

const named = (id: string) => `[data-annotation="${CSS.escape(id)}"]`;
export const cardOf = (page: ParentNode, id: string) => page.querySelector<HTMLElement>(`.card${named(id)}`);

/**
 * Puts what changed on some annotations in its place, out of the page as it is now. What is gone goes and leaves its room
 * in the line: no word of the text moves.
 */
export function applyChanges(main: Element, fresh: Element, ids: ReadonlySet<string>): void {
  keepPlace(() => {
    for (const id of ids) {
      const [card, now] = [cardOf(main, id), cardOf(fresh, id)];
      if (!card) continue;
      if (!now || (inMargin(card) && !inMargin(now))) takeAway(main, id);
      else {
        keepOrder(card, now);
        morph(card, now);
        applyMarks(main, fresh, id);
      }
    }
    for (const part of ['.text > .article-head', '.text > .set-aside']) {
      const [olds, news] = [main.querySelectorAll(part), fresh.querySelectorAll(part)];
      // One that is there for the first time is at the end of the text.
      for (const [index, now] of [...news].entries())
        if (olds[index]) morph(olds[index], now);
        else main.querySelector('.text')?.append(now);
    }
  });
}

/**
 * On a page of thousands the server only says what a card shows. A card that was opened on this page has the rest, and
 * shall have it as it is now.
 */
export async function completeOpened(main: Element, fresh: Element, id: string): Promise<void> {
  const [card, now] = [cardOf(main, id), cardOf(fresh, id)];
  if (!card || !now || isLight(card) || !isLight(now)) return;
  const inside = await readCard(id);
  if (inside === null) return;
  now.innerHTML = inside;
  delete now.dataset.light;
}

const isLight = ({ dataset }: HTMLElement) => dataset.light !== undefined;

/** Whether the server now draws the cards in the other way: all of them whole, or each light. */
export const isOtherKind = (main: Element, fresh: Element): boolean =>
  (main.querySelector('.margin .part') === null) !== (fresh.querySelector('.margin .part') === null);

/** Shows the page as it is now, new annotations and all. */
export function applyAll(main: Element, fresh: Element): void {
  keepPlace(() => {
    let before: Element | null = null;
    for (const part of PARTS) {
      const [from, to] = [main.querySelector(part), fresh.querySelector(part)];
      if (from?.matches(DRAWN)) continue;
      if (from && to) morph(from, to);
      else if (to && before) before.after(to);
      else if (to) main.prepend(to);
      else from?.remove();
      before = main.querySelector(part) ?? before;
    }
  });
}

const inMargin = (card: Element) => card.closest('.margin') !== null;

function takeAway(main: Element, id: string): void {
  cardOf(main, id)?.closest('li, .slot')?.remove();
  for (const tick of main.querySelectorAll(`.rail > ${named(id)}`)) tick.remove();
  for (const mark of main.querySelectorAll(`.prose mark${named(id)}`)) mark.replaceWith(...mark.childNodes);
  for (const end of main.querySelectorAll(`.prose .mark-end${named(id)}`)) {
    const room = document.createElement('span');
    room.className = 'mark-gap';
    end.replaceWith(room);
  }
}

/** What its words wear: as long as they are the same words, only classes and the marker differ. */
function applyMarks(main: Element, fresh: Element, id: string): void {
  for (const part of [`.rail > ${named(id)}`, `.prose mark${named(id)}`, `.prose .mark-end${named(id)}`]) {
    const [olds, news] = [main.querySelectorAll(part), fresh.querySelectorAll(part)];
    if (olds.length !== news.length) continue;
    for (const [index, old] of olds.entries()) {
      const now = news[index] as Element;
      if (old.matches('.mark-end')) morph(old, now);
      else old.className = now.className;
    }
  }
}
