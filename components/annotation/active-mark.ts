import type { Slot } from './slots.ts';

/** The rule that deepens the marks of the active annotation, and of the crowds that it is one of. */
export function activeRule(root: HTMLElement, id: string, slotOf: () => Slot | undefined): string {
  const own = `[data-annotation="${CSS.escape(id)}"]{--on:1}`;
  const crowds = root.getElementsByClassName('crowd') as HTMLCollectionOf<HTMLElement>;
  const slot = crowds.length > 0 ? slotOf() : undefined;
  if (!slot || slot.start === null || slot.end === null) return own;
  const { start, end, card } = slot;
  const within = [...crowds].map(({ dataset }) => Number(dataset.at)).filter((at) => start <= at && at < end);
  if (within.length === 0) return own;
  const selectors = [...new Set(within)].map((at) => `.crowd[data-at="${at}"]`);
  return `${own}:is(${selectors.join()}){--on:1;--v:${getComputedStyle(card).getPropertyValue('--v')}}`;
}

/** The first piece of an annotation's passage, or of the crowd that it begins in. */
export function markOf(root: HTMLElement, id: string, slot: Slot | undefined): HTMLElement | null {
  const own = root.querySelector<HTMLElement>(`.prose mark[data-annotation="${CSS.escape(id)}"]`);
  return own ?? root.querySelector<HTMLElement>(`.prose .crowd[data-at="${slot?.start}"]`);
}

/** Which of the annotations, in the order of the text, is the first that is not above the screen. O(log slots). */
export function firstMarkOnScreen(root: HTMLElement, slots: readonly Slot[]): number {
  let [low, high] = [0, slots.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const slot = slots[middle] as Slot;
    if ((markOf(root, slot.id, slot)?.getBoundingClientRect().top ?? 0) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Scrolls to a mark unless it can be read where it is; `wide` where its card stands beside it. */
export function bringIntoView(mark: HTMLElement, wide: boolean): void {
  const { top, bottom } = mark.getBoundingClientRect();
  // Above the sheet there is little room: the passage goes to its upper part.
  const floor = wide ? innerHeight - 120 : innerHeight * 0.4;
  if (top >= 80 && bottom <= floor) return;
  // A long way is not shown: nobody could follow it.
  const far = top < -2 * innerHeight || top > 3 * innerHeight;
  const still = far || matchMedia('(prefers-reduced-motion: reduce)').matches;
  const to = scrollY + top - (wide ? innerHeight / 3 : 80);
  scrollTo({ top: to, behavior: still ? 'instant' : 'smooth' });
}
