import { type Passage, passagesOfBriefs } from '#components/annotation/passage.ts';
import type { Words } from '#components/ui/words.ts';
import { type Segment, segments } from '#lib/anchoring/segments.ts';
import type { Run } from '#lib/anchoring/word-diff.ts';
import { escapeHtml } from '#lib/document/html.ts';
import type { ComparedRevision } from '#lib/flows/history-page.ts';

/** An unchanged stretch within a paragraph that is longer than this, in UTF-16 units, is shown by its ends alone. */
const LONG = 700;
const ENDS = 220;
/** So much of a paragraph tells which one it is. */
const BEGINNING = 48;

interface DiffWords {
  card: Words<'card'>;
  verdict: Words<'verdict'>;
}

/** Draws stretches of one revision's text, with the annotations that stood in it. */
export class SideDrawer {
  private readonly text: string;
  private readonly passages: Map<string, Passage>;
  private readonly ends: Passage[];
  private readonly segments: Segment[];

  constructor({ text, annotations }: Pick<ComparedRevision, 'text' | 'annotations'>, words: DiffWords) {
    this.text = text;
    const passages = passagesOfBriefs(annotations, words);
    this.passages = new Map(passages.map((passage) => [passage.id, passage]));
    this.ends = passages.toSorted((a, b) => a.markerAt - b.markerAt);
    this.segments = segments(passages);
  }

  /** What came or went, as HTML. The white space behind it is part of the difference, but nothing to be looked at. */
  tagged(tag: 'del' | 'ins', start: number, end: number): string {
    const wordsEnd = start + this.text.slice(start, end).trimEnd().length;
    return `<${tag}>${this.drawAll(start, wordsEnd)}</${tag}>${this.drawAll(wordsEnd, end)}`;
  }

  /** An unchanged stretch as HTML; a long one loses its middle. */
  draw(start: number, end: number): string {
    if (end - start <= LONG) return this.drawAll(start, end);
    const [head, tail] = [this.wordBorder(start + ENDS), this.wordBorder(end - ENDS)];
    return `${this.drawAll(start, head)} <span class="diff-gap">…</span> ${this.drawAll(tail, end)}`;
  }

  /** How a stretch begins, so that one knows which it is; plain text. */
  beginning(start: number, end: number): string {
    const words = this.text.slice(start, end).trim();
    if (words.length <= BEGINNING) return words;
    const space = words.lastIndexOf(' ', BEGINNING);
    return `${words.slice(0, space > 0 ? space : BEGINNING).toWellFormed()} …`;
  }

  private wordBorder(at: number): number {
    const space = this.text.indexOf(' ', at);
    return space < 0 || space > at + 40 ? at + (/[\uDC00-\uDFFF]/.test(this.text[at] ?? '') ? 1 : 0) : space;
  }

  private drawAll(start: number, end: number): string {
    let html = '';
    let at = start;
    for (let next = firstBehind(this.segments, (one) => one.end, start); ; next += 1) {
      const segment = this.segments[next];
      if (!segment || segment.start >= end) break;
      const [from, to] = [Math.max(segment.start, at), Math.min(segment.end, end)];
      html +=
        this.plain(at, from) + this.open(segment) + this.plain(from, to) + '</mark>'.repeat(depth(segment));
      at = to;
    }
    return html + this.plain(at, end);
  }

  private open({ ids }: Segment): string {
    return ids
      .slice(0, DEEPEST)
      .map((id, lane) => {
        const { look = 'open', changed = false } = this.passages.get(id) ?? {};
        return `<mark class="mark v-${look}${lane === 0 ? '' : ` lane-${lane}`}${changed ? ' changed' : ''}">`;
      })
      .join('');
  }

  /** Text, with a link behind the last word of each passage that ends in it. */
  private plain(start: number, end: number): string {
    let html = '';
    let at = start;
    for (let next = firstBehind(this.ends, (one) => one.markerAt, start); ; next += 1) {
      const passage = this.ends[next];
      if (!passage || passage.markerAt > end) break;
      html += escapeHtml(this.text.slice(at, passage.markerAt)) + endLink(passage);
      at = passage.markerAt;
    }
    return html + escapeHtml(this.text.slice(at, end));
  }
}

/** As components/annotation/marks.ts has it: deeper ones have no line of their own. */
const DEEPEST = 3;
const depth = ({ ids }: Segment) => Math.min(ids.length, DEEPEST);

function endLink({ id, look, label }: Passage): string {
  return `<a class="mark-end v-${look}" href="/claims/${escapeHtml(id)}" aria-label="${escapeHtml(label)}"></a>`;
}

/** The index of the first whose place is behind `at`; `list` is in the order of its places. */
function firstBehind<T>(list: readonly T[], place: (one: T) => number, at: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (place(list[middle] as T) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A row of a comparison as it stood before: what went is marked. */
export function drawOld(pieces: readonly Run[], side: SideDrawer): string {
  return pieces
    .map(({ kind, oldStart, oldEnd }) => {
      return kind === 'removed' ? side.tagged('del', oldStart, oldEnd) : side.draw(oldStart, oldEnd);
    })
    .join('');
}

/** What went and what came do not touch. */
const THIN = '<span class="diff-thin">\u2009</span>';

/** The same as it stands now: what came is marked. What went is in it too, for a page with room for one side only. */
export function drawNew(pieces: readonly Run[], before: SideDrawer, side: SideDrawer): string {
  return pieces
    .map(({ kind, oldStart, oldEnd, newStart, newEnd }, at) => {
      if (kind === 'removed')
        return before.tagged('del', oldStart, oldEnd) + (pieces[at + 1]?.kind === 'inserted' ? THIN : '');
      return kind === 'inserted' ? side.tagged('ins', newStart, newEnd) : side.draw(newStart, newEnd);
    })
    .join('');
}
