import { placeCards } from './place-cards.ts';
import { type Density, densityOf, FULL, GAP, type Places } from './places.ts';
import { blocksOf, measureMarks, readSlots, type Slot, topIn } from './slots.ts';

/** So much above the screen and below it is placed too, in heights of the screen. */
const AROUND = 1;
/** A text so full of lines that a neighbour is always in the way reads better with its cards piled up. */
const FULLEST = 0.8;
/** A card that rests as one line, with the room below it, in pixels. */
const LINE = 33;
/** Between two piles, in pixels: there is one beside each line of the text. */
const PILE_GAP = 2;

/** The cards beside one block of the text: `.part` in the HTML, a part of the list of cards. */
interface Part {
  element: HTMLElement;
  /** The offset at which the block begins, as `data-block` says it. */
  block: number;
  slots: Slot[];
  /** Where the block stands, from the top of the margin. */
  top: number;
  bottom: number;
  /** Where its passages begin, from the top of the block; null until it was near the screen. */
  lines: Map<string, number> | null;
}

/**
 * Sets the cards of a page with thousands of them beside their lines: those near the screen. All others stay in the
 * page, where a screen reader and a search in the page find them, but a part of them whose block is far away is not
 * laid out (app/styles/light.css). What is measured and written grows with the screen, not with the page.
 */
export class MarginWindow implements Places {
  slots: Slot[] = [];
  private parts: Part[] = [];
  private near = new Set<Part>();
  private readonly ticks = new Map<string, HTMLElement>();
  private heights = new WeakMap<Element, number>();
  private readonly written = new WeakMap<Element, number>();
  private density: Density = '';
  /** Where the margin begins in the page. */
  private origin = 0;
  private room = 0;
  private readonly root: HTMLElement;

  constructor(root: HTMLElement) {
    this.root = root;
  }

  collect(): void {
    const before = new Map(this.parts.map((part) => [part.element, part]));
    this.parts = [...this.root.querySelectorAll<HTMLElement>('.margin .part')].map((element) => {
      const known = before.get(element);
      const slots = readSlots(element);
      const { top = 0, bottom = 0 } = known ?? {};
      return { element, block: Number(element.dataset.block), slots, top, bottom, lines: null };
    });
    this.slots = this.parts.flatMap(({ slots }) => slots);
    this.near = new Set(this.parts.filter(({ element }) => element.dataset.near !== undefined));
  }

  measureText(): void {
    const margin = this.root.querySelector('.margin');
    const prose = this.root.querySelector('.prose');
    if (!margin || !prose) return;
    const { top: origin } = margin.getBoundingClientRect();
    this.origin = origin + scrollY;
    this.room = this.root.querySelector<HTMLElement>('.text')?.offsetHeight ?? 0;
    this.heights = new WeakMap();
    const blocks = blocksOf(prose);
    let last = 0;
    for (const part of this.parts) {
      const box = blocks.get(part.block)?.getBoundingClientRect();
      part.top = box ? box.top - origin : last;
      part.bottom = box ? box.bottom - origin : last;
      part.lines = null;
      last = part.bottom;
    }
    for (const part of this.parts) this.setAway(part);
  }

  setHeight(slot: Element, height: number): void {
    this.heights.set(slot, height);
  }

  toggled(slot: Element): void {
    this.heights.delete(slot);
  }

  scrolled(active: string | null): void {
    const wanted = this.wanted(active);
    if (wanted.length === this.near.size && wanted.every((part) => this.near.has(part))) return;
    this.place(active);
  }

  place(active: string | null): void {
    this.thin(active);
    const parts = this.wanted(active);
    const near = new Set(parts);
    for (const part of this.near) if (!near.has(part)) delete part.element.dataset.near;
    for (const { element } of parts) element.dataset.near = '';
    this.near = near;
    this.measure(parts);
    this.write(parts, active);
    this.root.dataset.placed = '';
  }

  clear(): void {
    delete this.root.dataset.placed;
    this.setDensity('');
    for (const { element, slots } of this.parts) {
      delete element.dataset.near;
      element.style.transform = '';
      element.style.blockSize = '';
      this.written.delete(element);
      for (const slot of slots) this.forget(slot.element);
    }
    for (const tick of this.ticks.values()) tick.remove();
    this.ticks.clear();
    this.near.clear();
    const margin = this.root.querySelector<HTMLElement>('.margin');
    if (margin) margin.style.minBlockSize = '';
  }

  firstOnScreen(): number {
    const top = scrollY - this.origin;
    let index = 0;
    for (const part of this.parts) {
      const isAbove = ({ id }: Slot) => part.top + (part.lines?.get(id) ?? 0) < top;
      const above = part.bottom < top ? part.slots.length : part.slots.filter(isAbove).length;
      index += above;
      if (above < part.slots.length) return index;
    }
    return index;
  }

  /** Those near the screen, and that of the active card, wherever it is. */
  private wanted(active: string | null): Part[] {
    const from = scrollY - this.origin - AROUND * innerHeight;
    const to = scrollY - this.origin + (1 + AROUND) * innerHeight;
    return this.parts.filter(
      ({ top, bottom, slots }) =>
        (bottom >= from && top <= to) || (active !== null && slots.some(({ id }) => id === active)),
    );
  }

  private thin(active: string | null): void {
    const { length } = this.slots;
    const open = this.slots.find(({ id }) => id === active);
    const opened = open ? Math.max(0, open.element.offsetHeight - FULL) : 0;
    const density = densityOf(length, this.room, opened);
    const crowded = density === 'line' && length * LINE > this.room * FULLEST;
    this.setDensity(crowded ? 'pile' : density);
  }

  private setDensity(density: Density): void {
    if (this.density === density) return;
    this.density = density;
    if (density) this.root.dataset.density = density;
    else delete this.root.dataset.density;
    this.heights = new WeakMap();
  }

  private measure(parts: readonly Part[]): void {
    const prose = this.root.querySelector('.prose');
    const blocks = parts.some(({ lines }) => lines === null) && prose ? blocksOf(prose) : null;
    for (const part of parts) {
      const block = part.lines === null ? blocks?.get(part.block) : undefined;
      if (block) part.lines = linesOf(block, part.slots);
      for (const { element } of part.slots) {
        if (!this.heights.has(element)) this.heights.set(element, element.offsetHeight);
      }
    }
  }

  private write(parts: readonly Part[], active: string | null): void {
    const slots: Slot[] = [];
    const wishes: { top: number; height: number }[] = [];
    for (const part of parts) {
      let last = part.top;
      for (const slot of part.slots) {
        const line = part.lines?.get(slot.id);
        // A card whose words are not drawn (yet) stands with the one before it.
        if (line !== undefined) last = part.top + line;
        slots.push(slot);
        wishes.push({ top: last, height: this.heights.get(slot.element) ?? 0 });
      }
    }
    const at = slots.findIndex(({ id }) => id === active);
    const tops = this.density === 'pile' ? pile(slots, wishes, at) : placeCards(wishes, this.room, GAP, at);
    for (const [index, { element }] of slots.entries()) this.move(element, tops[index] as number);
    this.drawTicks(slots, wishes);
    const bottom = Math.max(0, ...tops.map((top, index) => top + (wishes[index]?.height ?? 0)));
    const margin = this.root.querySelector<HTMLElement>('.margin');
    if (margin) margin.style.minBlockSize = bottom > this.room ? `${Math.ceil(bottom)}px` : '';
  }

  private drawTicks(slots: readonly Slot[], wishes: readonly { top: number }[]): void {
    const rail = this.root.querySelector('.rail');
    const kept = new Set(slots.map(({ id }) => id));
    for (const [id, tick] of this.ticks) {
      if (kept.has(id)) continue;
      tick.remove();
      this.ticks.delete(id);
    }
    for (const [index, { id, card }] of slots.entries()) {
      let tick = this.ticks.get(id);
      if (!tick) {
        tick = tickOf(id);
        this.ticks.set(id, tick);
        rail?.append(tick);
      }
      tick.className = `tick ${[...card.classList].find((name) => name.startsWith('v-')) ?? ''}`;
      this.move(tick, wishes[index]?.top ?? 0);
    }
  }

  /** Where a part is while it is far: a search in the page, or the tab key, leads there. */
  private setAway({ element, top, bottom }: Part): void {
    this.move(element, Math.round(top));
    element.style.blockSize = `${Math.round(bottom - top)}px`;
  }

  private move(element: HTMLElement, top: number): void {
    if (this.written.get(element) === top) return;
    this.written.set(element, top);
    // A transform is no layout shift, and moves without laying the page out again.
    element.style.transform = `translateY(${top}px)`;
  }

  private forget(element: HTMLElement): void {
    element.style.transform = '';
    this.written.delete(element);
    delete element.dataset.folded;
    delete element.dataset.more;
  }
}

function linesOf(block: Element, slots: readonly Slot[]): Map<string, number> {
  const { top } = block.getBoundingClientRect();
  const marks = measureMarks(block);
  return new Map(
    slots.flatMap((slot) => {
      const line = topIn(marks, slot);
      return line === undefined ? [] : [[slot.id, line - top]];
    }),
  );
}

/**
 * Each card at its line; those that would cover the one above lie under it, which says how many they are. The active
 * one lies on top of all.
 */
function pile(
  slots: readonly Slot[],
  wishes: readonly { top: number; height: number }[],
  active: number,
): number[] {
  const tops: number[] = [];
  const under: number[] = new Array(slots.length).fill(0);
  let lead = -1;
  let free = Number.NEGATIVE_INFINITY;
  for (const [index, { top, height }] of wishes.entries()) {
    const isActive = index === active;
    const folded = !isActive && top < free;
    if (folded && lead >= 0) under[lead] = (under[lead] ?? 0) + 1;
    tops.push(Math.round(folded ? (tops[lead] ?? top) : top));
    if (!folded && !isActive) {
      lead = index;
      free = top + height + PILE_GAP;
    }
    slots[index]?.element.toggleAttribute('data-folded', folded);
  }
  for (const [index, { element }] of slots.entries()) {
    if (under[index]) element.dataset.more = String(under[index]);
    else delete element.dataset.more;
  }
  return tops;
}

function tickOf(id: string): HTMLElement {
  const tick = document.createElement('a');
  tick.href = `#annotation-${id}`;
  tick.dataset.annotation = id;
  tick.tabIndex = -1;
  return tick;
}
