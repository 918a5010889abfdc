import { activeRule, bringIntoView, firstMarkOnScreen, markOf } from './active-mark.ts';
import { isForMargin, PREFIX, pressIn, showKeys } from './margin-input.ts';
import { MarginPlaces } from './margin-places.ts';
import { MarginWindow } from './margin-window.ts';
import type { Places } from './places.ts';
import { Sheet } from './sheet.ts';
import { idsOver, type Slot } from './slots.ts';

/** From this width on the cards stand in the margin; styles/article.css says the same. */
const WIDE = '(min-width: 1100px)';

interface MarginOptions {
  /** Runs after an annotation became active, or none is any more. */
  onActivate?: (id: string | null) => void;
  /** Gives a card that only says what it shows (`data-light`) the rest, when it is opened. */
  complete?: (card: HTMLElement, id: string) => void;
}

export interface MarginHandle {
  /** Makes an annotation the active one, as a press on its mark does; null for none. */
  activate(id: string | null, how?: Activation): void;
  readonly active: string | null;
  /** Looks at the page again; it watches by itself what is added, taken away or resized. */
  refresh(): void;
  destroy(): void;
}

export interface Activation {
  /** Moves the focus to the card, as after a key. */
  focus?: boolean;
  /** Scrolls the passage into view. */
  scroll?: boolean;
}

/**
 * Brings the margin of an article page to life: cards find their places, a press on a mark opens its card (beside the
 * line, or as a sheet on a small screen), `j` and `k` walk, `?` shows the keys, and the address names what is active.
 *
 * It works on the HTML as it stands (`.prose`, `.margin`, `.rail` within `root`) and sets nothing but styles and data
 * attributes on it, so that it does not matter who rendered that. Marks are never touched, not even the active one's:
 * a rule in a style sheet of its own sets `--on` for them.
 */
export function mountMargin(root: HTMLElement, options: MarginOptions = {}): MarginHandle {
  return new Margin(root, options);
}

/** What comes and goes beside the text (a toolbar, an offer) has nothing to do with the places of the cards. */
function bringsPart({ addedNodes, removedNodes }: MutationRecord): boolean {
  return [...addedNodes, ...removedNodes].some(
    (node) => node instanceof Element && node.matches('.text, .margin, .rail'),
  );
}

class Margin implements MarginHandle {
  active: string | null = null;
  private readonly root: HTMLElement;
  private readonly options: MarginOptions;
  private readonly places: Places;
  private activeCard: HTMLElement | null = null;
  private readonly wide = matchMedia(WIDE);
  private readonly rule = new CSSStyleSheet();
  private readonly listening = new AbortController();
  private readonly sizes: ResizeObserver;
  private readonly changes: MutationObserver;
  private readonly sheet = new Sheet((card) => this.closed(card));
  private frame = 0;
  private stale = false;

  constructor(root: HTMLElement, options: MarginOptions) {
    this.root = root;
    this.options = options;
    // Where there are thousands, the server sends them in parts.
    this.places = root.querySelector('.part') ? new MarginWindow(root) : new MarginPlaces(root);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.rule];
    this.sizes = new ResizeObserver((entries) => this.resized(entries));
    this.changes = new MutationObserver((records) => this.changed(records));
    this.listen();
    this.refresh();
    this.changes.observe(root, { childList: true, subtree: true });
    void document.fonts.ready.then(() => this.schedule(true));
    this.fromAddress();
  }

  refresh(): void {
    this.sizes.disconnect();
    for (const element of this.root.querySelectorAll('.text, .prose')) this.sizes.observe(element);
    this.places.collect(this.sizes);
    this.showActive();
    this.layout(true);
  }

  activate(id: string | null, { focus = false, scroll = false }: Activation = {}): void {
    const card = id === null ? null : this.cardOf(id);
    const next = card ? id : null;
    const changed = next !== this.active;
    this.active = next;
    this.showActive();
    if (card?.dataset.light !== undefined) this.options.complete?.(card, next as string);
    if (changed) this.nameInAddress();
    // A sheet would cover the words that it speaks of.
    if (card && (scroll || !this.wide.matches)) {
      const mark = markOf(this.root, next as string, this.slotOf(next as string));
      if (mark) bringIntoView(mark, this.wide.matches);
    }
    if (this.wide.matches || !card) this.sheet.close();
    else this.sheet.open(card);
    this.layout(false);
    if (card && focus) card.focus({ preventScroll: true });
    if (changed) this.options.onActivate?.(next);
  }

  readonly destroy = (): void => {
    this.listening.abort();
    this.sizes.disconnect();
    this.changes.disconnect();
    cancelAnimationFrame(this.frame);
    this.sheet.close();
    this.places.clear();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.rule);
  };

  private listen(): void {
    const { signal } = this.listening;
    this.root.addEventListener('click', (event) => this.pressed(event), { signal });
    document.addEventListener('keydown', (event) => this.key(event), { signal });
    window.addEventListener('hashchange', () => this.fromAddress(), { signal });
    window.addEventListener('scroll', () => this.scrolled(), { signal, passive: true });
    this.wide.addEventListener('change', () => this.turned(), { signal });
  }

  private cardOf(id: string): HTMLElement | null {
    const card = document.getElementById(`${PREFIX}${id}`);
    return card && this.root.contains(card) ? card : null;
  }

  /** Marks, markers and ticks are told by the rule; the card by an attribute, because its parts come and go with it. */
  private showActive(): void {
    const { active } = this;
    this.rule.replaceSync(active === null ? '' : activeRule(this.root, active, () => this.slotOf(active)));
    const card = active === null ? null : this.cardOf(active);
    for (const one of new Set([this.activeCard, card])) {
      if (!one || (one === card) === one.hasAttribute('data-active')) continue;
      one.toggleAttribute('data-active', one === card);
      const slot = one.parentElement;
      if (!slot) continue;
      this.sizes.observe(slot);
      if (this.wide.matches) this.places.toggled(slot);
    }
    this.activeCard = card;
    this.root.dataset.ready = '';
  }

  private slotOf(id: string): Slot | undefined {
    return this.places.slots.find((slot) => slot.id === id);
  }

  private layout(textChanged: boolean): void {
    if (!this.wide.matches) {
      if (this.root.dataset.placed !== undefined) this.places.clear();
      return;
    }
    if (textChanged) this.places.measureText();
    this.places.place(this.active);
  }

  private schedule(textChanged: boolean): void {
    this.stale ||= textChanged;
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      const { stale } = this;
      this.stale = false;
      this.layout(stale);
    });
  }

  private scrolled(): void {
    if (this.wide.matches) this.places.scrolled(this.active);
  }

  /** There is room for a margin now, or there is none any more. */
  private turned(): void {
    if (this.wide.matches) this.places.measureText();
    this.activate(this.active);
  }

  private resized(entries: ResizeObserverEntry[]): void {
    let text = false;
    for (const { target, borderBoxSize } of entries) {
      if (target.matches('.text, .prose')) text = true;
      else this.places.setHeight(target, borderBoxSize[0]?.blockSize ?? 0);
    }
    this.layout(text);
  }

  private changed(records: MutationRecord[]): void {
    const touches = (selector: string) =>
      records.some(({ target }) => (target as Element).matches?.(selector));
    const isNewPart = records.some((record) => record.target === this.root && bringsPart(record));
    if (isNewPart || touches('.margin, .cards, .part, .cards > li, .slot, .rail:not([data-drawn])'))
      this.refresh();
    else if (touches('.prose, .prose *')) this.schedule(true);
  }

  private pressed(event: MouseEvent): void {
    const press = pressIn(event);
    if (!press) return;
    if (press.on === 'link') event.preventDefault();
    if (press.on === 'close') this.leave();
    else if (press.on === 'keys') showKeys();
    else if (press.on === 'link') this.activate(press.id, press);
    else this.pressedText(press.marks);
  }

  /** A press where several passages lie over each other goes from the innermost outwards. */
  private pressedText(marks: readonly HTMLElement[]): void {
    const ids = marks.flatMap(({ dataset: { annotation, at } }) =>
      annotation === undefined ? idsOver(this.places.slots, Number(at)) : [annotation],
    );
    const next = ids[ids.indexOf(this.active ?? '') + 1] ?? ids[0];
    if (next) this.activate(next);
    else if (this.active && !this.cardOf(this.active)?.querySelector('form')) this.activate(null);
  }

  private key(event: KeyboardEvent): void {
    if (!isForMargin(event)) return;
    if (event.key === 'j' || event.key === 'k') this.walk(event.key === 'j' ? 1 : -1);
    else if (event.key === '?') showKeys();
    else if (event.key === 'Escape' && this.active !== null) this.leave();
    else return;
    event.preventDefault();
  }

  private walk(step: 1 | -1): void {
    const { slots } = this.places;
    const at =
      this.active === null ? this.beforeScreen(step) : slots.findIndex(({ id }) => id === this.active);
    const next = slots[at + step];
    if (next) this.activate(next.id, { focus: true, scroll: true });
  }

  /** Where to walk from when nothing is active: from what the reader sees first. */
  private beforeScreen(step: 1 | -1): number {
    const onScreen = this.wide.matches
      ? this.places.firstOnScreen()
      : firstMarkOnScreen(this.root, this.places.slots);
    return step === 1 ? onScreen - 1 : onScreen;
  }

  private leave(): void {
    const { active } = this;
    this.activate(null);
    if (active !== null) this.focusText(active);
  }

  private closed(card: HTMLElement): void {
    if (card.dataset.annotation !== this.active) return;
    const { active } = this;
    this.activate(null);
    if (active !== null) this.focusText(active);
  }

  private focusText(id: string): void {
    const marker = this.root.querySelector<HTMLElement>(`.mark-end[data-annotation="${CSS.escape(id)}"]`);
    marker?.focus({ preventScroll: true });
  }

  private nameInAddress(): void {
    const hash = this.active === null ? '' : `#${PREFIX}${this.active}`;
    if (location.hash === hash) return;
    history.replaceState(history.state, '', `${location.pathname}${location.search}${hash}`);
  }

  /** The address names an annotation, or something on its card. */
  private fromAddress(): void {
    const named = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    const id = named?.closest<HTMLElement>('.card')?.dataset.annotation;
    if (id) this.activate(id, { scroll: true });
  }
}
