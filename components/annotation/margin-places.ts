import { placeCards } from './place-cards.ts';
import { type Density, densityOf, FULL, GAP, type Places } from './places.ts';
import { measureMarks, readSlots, type Slot, topIn } from './slots.ts';

/**
 * Sets all cards of a page beside their lines and the ticks of the rail along them. What was measured is kept until
 * the text or a card changes its size; everything is read before anything is written.
 */
export class MarginPlaces implements Places {
  slots: Slot[] = [];
  private ticks: { id: string; element: HTMLElement }[] = [];
  private tops = new Map<string, number>();
  private readonly heights = new WeakMap<Element, number>();
  private readonly written = new WeakMap<Element, number>();
  private readonly root: HTMLElement;

  constructor(root: HTMLElement) {
    this.root = root;
  }

  collect(sizes: ResizeObserver): void {
    const margin = this.root.querySelector('.margin');
    this.slots = margin ? readSlots(margin) : [];
    this.ticks = [...this.root.querySelectorAll<HTMLElement>('.rail > [data-annotation]')].map((element) => ({
      id: element.dataset.annotation as string,
      element,
    }));
    for (const { element } of this.slots) sizes.observe(element);
  }

  measureText(): void {
    const origin = this.root.querySelector('.margin')?.getBoundingClientRect().top ?? 0;
    const prose = this.root.querySelector('.prose');
    const marks = prose ? measureMarks(prose) : null;
    this.tops = new Map();
    for (const slot of this.slots) {
      const top = marks && topIn(marks, slot);
      if (top !== null && top !== undefined) this.tops.set(slot.id, top - origin);
    }
  }

  setHeight(slot: Element, height: number): void {
    this.heights.set(slot, height);
  }

  toggled(slot: Element): void {
    this.setHeight(slot, (slot as HTMLElement).offsetHeight);
  }

  scrolled(): void {
    // All of them have their places already.
  }

  firstOnScreen(): number {
    const origin = this.root.querySelector('.margin')?.getBoundingClientRect().top ?? 0;
    const first = this.slots.findIndex(({ id }) => origin + (this.tops.get(id) ?? 0) >= 0);
    return first === -1 ? this.slots.length : first;
  }

  /** Writes the places; only what changed is written. */
  place(active: string | null): void {
    const margin = this.root.querySelector<HTMLElement>('.margin');
    const text = this.root.querySelector<HTMLElement>('.text');
    if (!margin || !text) return;
    const room = text.offsetHeight;
    this.thin(room, active);
    let last = 0;
    const wishes = this.slots.map(({ id, element }) => {
      // A card whose words are not drawn (yet) stands with the one before it.
      last = this.tops.get(id) ?? last;
      return { top: last, height: this.heightOf(element) };
    });
    const tops = placeCards(
      wishes,
      room,
      GAP,
      this.slots.findIndex(({ id }) => id === active),
    );
    for (const [index, { element }] of this.slots.entries()) this.write(element, tops[index] as number);
    for (const { id, element } of this.ticks) this.write(element, this.tops.get(id) ?? 0);
    const bottom = (tops.at(-1) ?? 0) + (wishes.at(-1)?.height ?? 0);
    margin.style.minBlockSize = bottom > room ? `${Math.ceil(bottom)}px` : '';
    this.root.dataset.placed = '';
  }

  private thin(room: number, active: string | null): void {
    const open = this.slots.find(({ id }) => id === active);
    const opened = open ? Math.max(0, this.heightOf(open.element) - FULL) : 0;
    const density: Density = densityOf(this.slots.length, room, opened);
    if ((this.root.dataset.density ?? '') === density) return;
    if (density) this.root.dataset.density = density;
    else delete this.root.dataset.density;
    for (const { element } of this.slots) this.setHeight(element, element.offsetHeight);
  }

  /** Gives everything back to the flow of the page. */
  clear(): void {
    delete this.root.dataset.placed;
    delete this.root.dataset.density;
    for (const { element } of [...this.slots, ...this.ticks]) {
      element.style.transform = '';
      this.written.delete(element);
    }
    const margin = this.root.querySelector<HTMLElement>('.margin');
    if (margin) margin.style.minBlockSize = '';
  }

  private heightOf(slot: HTMLElement): number {
    let height = this.heights.get(slot);
    if (height === undefined) {
      height = slot.offsetHeight;
      this.heights.set(slot, height);
    }
    return height;
  }

  private write(element: HTMLElement, top: number): void {
    if (this.written.get(element) === top) return;
    this.written.set(element, top);
    // A transform is no layout shift, and moves without laying the page out again.
    element.style.transform = `translateY(${top}px)`;
  }
}
