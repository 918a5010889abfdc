import { type Segment, segments } from '#lib/anchoring/segments.ts';
import type { HtmlMarker, HtmlRange } from '#lib/document/html.ts';
import type { Passage } from './passage.ts';

/**
 * So many passages over one stretch of text are drawn as so many elements, each with a line of its own. Where more lie
 * over each other nobody could tell their lines apart: they are one element, a crowd, so that a text gets no more
 * elements than its passages have ends.
 */
const DEEPEST = 3;
/** From this lane on the lines share one place: there is no room for more under a line of text. */
const LAST_LANE = 3;

interface Woven {
  /** Disjoint, in the order of the text. */
  ranges: HtmlRange[];
  /** One for each passage, behind its last word. */
  markers: HtmlMarker[];
}

/**
 * Weaves passages into a text: what `documentHtml` writes and the tiptap surface draws, so that both are the same
 * elements. Over each stretch of text the passages are nested, the outermost lane first; a passage keeps its lane, and
 * each lane its own line. A passage ends in a link to its card, which says its verdict; whoever lies over that place
 * goes on around the link, so that no line and no tint has a hole there.
 *
 * O(n log n + number of ends).
 */
export function weave(passages: readonly Passage[]): Woven {
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  const flat = segments(passages);
  const ranges = flat.map((segment) => {
    const { start, end, ids, lanes } = segment;
    if (isCrowd(segment)) return { start, end, open: openCrowd(segment), close: '</mark>' };
    const open = ids.map((id, at) => openMark(byId.get(id) as Passage, lanes[at] as number)).join('');
    return { start, end, open, close: '</mark>'.repeat(ids.length) };
  });
  return { ranges, markers: markers(passages, flat, byId) };
}

function markers(passages: readonly Passage[], flat: Segment[], byId: Map<string, Passage>): HtmlMarker[] {
  const inOrder = passages.toSorted((a, b) => a.markerAt - b.markerAt || a.end - b.end || a.start - b.start);
  let next = 0;
  return inOrder.map((passage) => {
    const at = passage.markerAt;
    // The segment that holds the last word.
    while (next < flat.length - 1 && (flat[next] as Segment).end < at) next += 1;
    const around = aroundMarker(passage, flat[next], byId);
    const html = around.join('') + endLink(passage) + '</mark>'.repeat(around.length);
    // What is outermost says that it is none of the text.
    return { at, html: html.replace(' ', ' data-marker="" ') };
  });
}

/** What goes on around the link at the end of a passage. */
function aroundMarker(
  { id: own, markerAt: at }: Passage,
  segment: Segment | undefined,
  byId: Map<string, Passage>,
) {
  if (!segment) return [];
  if (isCrowd(segment)) return [openCrowd(segment)];
  return segment.ids.flatMap((id, index) => {
    const other = byId.get(id) as Passage;
    const lies = id === own || (other.start < at && other.end > at);
    return lies ? [openMark(other, segment.lanes[index] ?? 0)] : [];
  });
}

const isCrowd = ({ ids }: Segment) => ids.length > DEEPEST;

/** Who is in it is told by where it begins: the spans of the cards say the rest. */
function openCrowd({ start }: Segment): string {
  return `<mark class="mark crowd" data-at="${start}">`;
}

function openMark({ id, look, changed }: Passage, lane: number): string {
  const line = lane === 0 ? '' : ` lane-${Math.min(lane, LAST_LANE)}`;
  return `<mark class="mark v-${look}${line}${changed ? ' changed' : ''}" data-annotation="${attribute(id)}">`;
}

/** Its picture is drawn by app/styles/icons.css. */
function endLink({ id, look, label }: Passage): string {
  const target = attribute(id);
  return `<a class="mark-end v-${look}" href="#annotation-${target}" data-annotation="${target}" aria-label="${attribute(label)}"></a>`;
}

function attribute(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
