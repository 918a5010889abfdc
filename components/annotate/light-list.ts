import { type Look, lookOf, type Passage } from '#components/annotation/passage.ts';
import { blocksOf, readSlots, type Slot } from '#components/annotation/slots.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';

const CARD = 'annotation-';

/**
 * The cards of a page with thousands, which the server wrote as HTML (components/annotation/light-cards.ts) and React
 * never touches. An annotation that was opened or changed is drawn by React within its card; one that is new gets a
 * place among the others.
 */
export class LightList {
  private readonly root: HTMLElement;
  private readonly before = new Map<string, Look | null>();
  private readonly labelled: string[] = [];
  private base: Passage[] | undefined;

  constructor(root: HTMLElement) {
    this.root = root;
  }

  has(id: string): boolean {
    return this.cardOf(id) !== null;
  }

  /** What the page showed, when it came, of each annotation that changed since; null of one that was not there. */
  showedBefore(): ReadonlyMap<string, Look | null> {
    return this.before;
  }

  /** The keys of the labels that stood at those then, one for each passage. */
  labelledBefore(): readonly string[] {
    return this.labelled;
  }

  /** The passages of the page as it came, read off its cards once. O(cards). */
  passages(): readonly Passage[] {
    if (!this.base) {
      const labels = new Map(
        [...this.root.querySelectorAll<HTMLElement>('.prose .mark-end')].map((end) => [
          end.dataset.annotation,
          end.ariaLabel ?? '',
        ]),
      );
      const margin = this.root.querySelector('.margin');
      this.base = (margin ? readSlots(margin) : []).flatMap((slot) =>
        passageOf(slot, labels.get(slot.id) ?? ''),
      );
    }
    return this.base;
  }

  /** To be told before an annotation changes on the page: from then on it is not what it was when the page came. */
  note(id: string): void {
    if (this.before.has(id)) return;
    this.passages();
    const card = this.cardOf(id);
    this.before.set(id, card ? lookIn(card) : null);
    for (const tag of card?.querySelectorAll<HTMLElement>('.card-head [data-label]') ?? [])
      this.labelled.push(tag.dataset.label ?? '');
  }

  /** The empty card in which React draws an annotation; it stands where the annotation belongs. */
  cardFor(annotation: AnnotationDetail): HTMLElement {
    const { id, anchor, state } = annotation;
    let card = this.cardOf(id);
    const place = state === 'withdrawn' ? 'withdrawn' : anchor.start === null ? 'orphaned' : anchor.start;
    if (!card || !this.standsAt(card, place)) {
      const made = card ?? newCard(id);
      const left = made.parentElement;
      this.put(made, place);
      left?.remove();
      card = made;
    }
    if (!card.dataset.whole) {
      card.replaceChildren();
      delete card.dataset.light;
      card.dataset.whole = 'true';
    }
    card.className = `card v-${lookOf(annotation)}`;
    if (anchor.start === null) delete card.dataset.span;
    else card.dataset.span = `${anchor.start} ${anchor.end}`;
    this.count();
    return card;
  }

  /** A place for a card that is no annotation yet. */
  placeAt(start: number): HTMLElement {
    const slot = document.createElement('div');
    slot.className = 'slot';
    slot.role = 'listitem';
    this.insert(slot, start);
    return slot;
  }

  /** Takes an annotation off the page. */
  drop(id: string): void {
    const card = this.cardOf(id);
    card?.parentElement?.remove();
    this.count();
  }

  private cardOf(id: string): HTMLElement | null {
    const card = document.getElementById(`${CARD}${id}`);
    return card && this.root.contains(card) ? card : null;
  }

  private standsAt(card: HTMLElement, place: number | 'withdrawn' | 'orphaned'): boolean {
    if (typeof place === 'string') return card.closest(`[data-aside="${place}"]`) !== null;
    return card.closest('.part') !== null && Number(card.dataset.span?.split(' ')[0]) === place;
  }

  private put(card: HTMLElement, place: number | 'withdrawn' | 'orphaned'): void {
    if (typeof place === 'number') {
      const slot = this.placeAt(place);
      card.dataset.span = `${place} `;
      slot.append(card);
      return;
    }
    const item = document.createElement('li');
    item.append(card);
    this.root.querySelector(`[data-aside="${place}"] .cards`)?.append(item);
  }

  /** In the order of the text, behind those that begin there already. */
  private insert(slot: HTMLElement, start: number): void {
    const part = this.partFor(start);
    const next = readSlots(part).find((other) => (other.start ?? 0) > start);
    if (next) next.element.before(slot);
    else part.append(slot);
  }

  /** The part beside the block that an offset lies in; made where that block had no card yet. */
  private partFor(start: number): HTMLElement {
    const prose = this.root.querySelector('.prose');
    const starts = prose ? [...blocksOf(prose).keys()] : [];
    const block = starts.findLast((one) => one <= start) ?? 0;
    const parts = [...this.root.querySelectorAll<HTMLElement>('.margin .part')];
    const known = parts.find(({ dataset }) => Number(dataset.block) === block);
    if (known) return known;
    const part = document.createElement('div');
    part.className = 'part';
    part.role = 'none';
    part.dataset.block = String(block);
    const next = parts.find(({ dataset }) => Number(dataset.block) > block);
    if (next) next.before(part);
    else this.root.querySelector('.margin .cards')?.append(part);
    return part;
  }

  /** How many stand in the lists under the text. */
  private count(): void {
    for (const aside of this.root.querySelectorAll<HTMLElement>('[data-aside]')) {
      const { length } = aside.querySelectorAll('.card');
      const shown = aside.querySelector('summary .num');
      if (shown) shown.textContent = `(${length})`;
      aside.hidden = length === 0;
    }
  }
}

function passageOf({ id, start, end, trailing, card }: Slot, label: string): Passage[] {
  if (start === null || end === null) return [];
  const changed = card.dataset.changed !== undefined;
  return [
    { id, start, end, markerAt: end - trailing, look: lookIn(card), label, ...(changed ? { changed } : {}) },
  ];
}

function lookIn(card: HTMLElement): Look {
  const name = [...card.classList].find((one) => one.startsWith('v-'));
  return (name?.slice(2) ?? 'remark') as Look;
}

function newCard(id: string): HTMLElement {
  const card = document.createElement('article');
  card.id = `${CARD}${id}`;
  card.dataset.annotation = id;
  card.tabIndex = -1;
  card.setAttribute('aria-labelledby', `${card.id}-gist`);
  return card;
}
