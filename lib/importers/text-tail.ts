import { appealWeight, commentSignal, isFurniture, type SignalKind } from './boilerplate.ts';
import { endsSentence, type Line, PROSE } from './lines.ts';

/** Where, in a list of lines, the article ends and what follows it begins; each at most the next one. */
interface Tail {
  bodyEnd: number;
  appealEnd: number;
  /** What stands between `bodyEnd` and `appealEnd`. */
  why: 'appeal' | 'furniture';
}

/** Signals within so many lines of each other belong to one comment section. */
const CHAIN_LINES = 8;
/** Together they must weigh this much and be of two kinds, so that no single phrase of an article cuts it. */
const CHAIN_WEIGHT = 4;
/** What tells a comment section from any other box with buttons. */
const TELLING: ReadonlySet<SignalKind> = new Set(['header', 'form', 'sort', 'time']);

/** Whether a comment section begins with line `at`: signals of several kinds, close together, before any prose. */
function beginsComments(lines: readonly Line[], at: number): boolean {
  const kinds = new Set<SignalKind>();
  let weight = 0;
  let signals = 0;
  for (const { text } of lines.slice(at, at + CHAIN_LINES)) {
    if (text.length > PROSE) break;
    const signal = commentSignal(text);
    if (!signal) continue;
    kinds.add(signal.kind);
    weight += signal.weight;
    signals += 1;
  }
  const isTelling = [...kinds].some((kind) => TELLING.has(kind));
  // "Leave a comment" alone on the last lines is a form without comments.
  const atEnd = at + CHAIN_LINES >= lines.length && signals * 2 > lines.length - at;
  return (
    isTelling && ((weight >= CHAIN_WEIGHT && kinds.size >= 2 && signals >= 2) || (atEnd && kinds.has('form')))
  );
}

/** The first line of the comment section, or the number of lines. O(lines). */
function commentsStart(lines: readonly Line[]): number {
  for (const [index, { text }] of lines.entries()) {
    if (commentSignal(text) && beginsComments(lines, index)) return index;
  }
  return lines.length;
}

/** Between two signals of an appeal, seen from below: so many lines without one, among them so many sentences. */
const GAP_LINES = 3;
const GAP_SENTENCES = 1;
/** Less is a phrase that any article may end on. */
const APPEAL_WEIGHT = 4;
/** More of the text than this cannot be what follows it. */
const APPEAL_SHARE = 0.4;
/** Prose counts as part of an appeal from so many of its phrases on (each weighs 2). */
const PROSE_WEIGHT = 4;

interface Gap {
  lines: number;
  sentences: number;
}

/** Whether a line without a signal may lie between two that have one. */
function fitsGap(line: string, gap: Gap): boolean {
  if (line.length > PROSE) return false;
  gap.lines += 1;
  if (endsSentence(line) && line.length > 60) gap.sentences += 1;
  return gap.lines <= GAP_LINES && gap.sentences <= GAP_SENTENCES;
}

/**
 * Goes up from `end` over everything that the publisher says for itself, and stops at the first line
 * that is the article's.
 */
function appealStart(lines: readonly Line[], end: number): { start: number; weight: number } {
  let start = end;
  let weight = 0;
  let gap: Gap = { lines: 0, sentences: 0 };
  for (let at = end - 1; at >= 0; at -= 1) {
    const { text } = lines[at] as Line;
    const appeal = appealWeight(text);
    const isSignal =
      text.length > PROSE
        ? appeal >= PROSE_WEIGHT || (appeal > 0 && weight > 0 && isAnnounced(lines, at))
        : appeal > 0;
    if (isSignal || isFurniture(text) || commentSignal(text)) {
      weight += appeal;
      start = at;
      gap = { lines: 0, sentences: 0 };
    } else if (!fitsGap(text, gap)) break;
  }
  return { start, weight };
}

/** Prose with one phrase of an appeal is one when a line such as "Dear readers" stands just above it. */
function isAnnounced(lines: readonly Line[], at: number): boolean {
  const above = lines[at - 1]?.text ?? '';
  return above.length <= PROSE && appealWeight(above) >= 2;
}

function lengthOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}

/** The lines at the end that are buttons and links alone, without anything between them. */
function furnitureStart(lines: readonly Line[], end: number): number {
  let start = end;
  while (start > 0) {
    const { text } = lines[start - 1] as Line;
    const isForm = commentSignal(text)?.kind === 'form' || commentSignal(text)?.kind === 'action';
    if (!isFurniture(text) && !isForm) break;
    start -= 1;
  }
  return start;
}

/**
 * Tells the article from what follows it on a copied page: the publisher's appeal and links, then the
 * comment section. Both are told by several signals of different kinds close together; an article
 * that mentions comments, support or newsletters keeps all its paragraphs. Never takes everything.
 * O(lines).
 */
export function findTail(lines: readonly Line[]): Tail {
  const found = commentsStart(lines);
  const end = found > 0 ? found : lines.length;
  const { start, weight } = appealStart(lines, end);
  const share = lengthOf(lines.slice(start, end)) / Math.max(1, lengthOf(lines.slice(0, end)));
  if (weight >= APPEAL_WEIGHT && share <= APPEAL_SHARE)
    return { bodyEnd: start, appealEnd: end, why: 'appeal' };
  const furniture = furnitureStart(lines, end);
  return { bodyEnd: furniture > 0 ? furniture : end, appealEnd: end, why: 'furniture' };
}
