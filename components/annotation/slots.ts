/** A card of the margin, and where its words stand in the text (UTF-16 offsets); both null for a card without. */
export interface Slot {
  id: string;
  /** What is placed: the card's place in the list. */
  element: HTMLElement;
  card: HTMLElement;
  start: number | null;
  end: number | null;
  /** Units of white space at the end of the words. */
  trailing: number;
}

/** The cards of a margin, or of a part of it, in their order. */
export function readSlots(root: Element): Slot[] {
  return [...root.querySelectorAll<HTMLElement>('.card[data-annotation]')].flatMap((card) => {
    const element = card.parentElement;
    return element ? [{ id: card.dataset.annotation as string, element, card, ...spanOf(card) }] : [];
  });
}

/** What `data-span` of a card says. */
function spanOf({ dataset }: HTMLElement): Pick<Slot, 'start' | 'end' | 'trailing'> {
  const [, start, end, trailing = '0'] = /^(\d+) (\d+)(?: (\d+))?/.exec(dataset.span ?? '') ?? [];
  if (!start || !end) return { start: null, end: null, trailing: 0 };
  return { start: Number(start), end: Number(end), trailing: Number(trailing) };
}

/** The annotations over a place in the text, innermost first: those that begin later lie further in. */
export function idsOver(slots: readonly Slot[], offset: number): string[] {
  const over = slots.filter(
    ({ start, end }) => start !== null && end !== null && start <= offset && offset < end,
  );
  const inward = over.sort((a, b) => (b.start ?? 0) - (a.start ?? 0) || (a.end ?? 0) - (b.end ?? 0));
  return inward.map(({ id }) => id);
}

/** Where passages begin, from the top of the screen, by id and, for those in a crowd, by their first offset. */
interface LineTops {
  byId: Map<string, number>;
  byStart: Map<number, number>;
}

/** Measures the marks of a text, or of a part of it. Reads only. */
export function measureMarks(root: Element): LineTops {
  const byId = new Map<string, number>();
  const byStart = new Map<number, number>();
  for (const mark of root.getElementsByTagName('mark')) {
    const { annotation, at } = mark.dataset;
    if (annotation !== undefined ? byId.has(annotation) : byStart.has(Number(at))) continue;
    const [first] = mark.getClientRects();
    if (!first) continue;
    if (annotation !== undefined) byId.set(annotation, first.top);
    else byStart.set(Number(at), first.top);
  }
  return { byId, byStart };
}

export function topIn({ byId, byStart }: LineTops, { id, start }: Slot): number | undefined {
  return byId.get(id) ?? (start === null ? undefined : byStart.get(start));
}

/** The blocks of a text by the offset at which they begin. */
export function blocksOf(prose: Element): Map<number, Element> {
  const blocks = new Map<number, Element>();
  for (const block of prose.children) {
    const start =
      block.getAttribute('data-start') ?? block.querySelector('[data-start]')?.getAttribute('data-start');
    if (start !== null && start !== undefined) blocks.set(Number(start), block);
  }
  return blocks;
}
