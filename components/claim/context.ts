import { sentenceAt } from '#lib/document/sentences.ts';
import type { ClaimPage } from '#lib/flows/claim-page.ts';

/** Where the marked words stand, with the card of the annotation: in the article, or in a comment on the original. */
export function placeHref({ annotation, article, original }: ClaimPage): string {
  const page = original ? `?original=${original.cursor}` : '';
  return `/articles/${article.slug}${page}#annotation-${annotation.id}`;
}

export interface Passage {
  before: string;
  exact: string;
  after: string;
}

/** As much of a neighbouring sentence as is read to understand a passage; UTF-16 units. */
const NEIGHBOUR_MAX = 320;

/**
 * A passage with the rest of its own sentences and one sentence on each side. What is cut inside a sentence, because
 * that is long or the given text ends there, begins or ends with an ellipsis. O(length).
 */
export function inContext({ before, exact, after }: Passage, lang: string): Passage {
  const text = before + exact + after;
  const start = before.length;
  const end = start + exact.length;
  const first = sentenceAt(text, start, lang).start;
  const from = first > 0 ? sentenceAt(text, first - 1, lang).start : 0;
  const last = sentenceAt(text, Math.max(start, end - 1), lang).end;
  const to = last < text.length ? sentenceAt(text, last + 1, lang).end : text.length;
  return {
    before: cutStart(text.slice(Math.min(from, start), start)),
    exact,
    after: cutEnd(text.slice(end, Math.max(to, end))),
  };
}

function cutStart(text: string): string {
  if (text.length <= NEIGHBOUR_MAX) return text;
  return `… ${text
    .slice(-NEIGHBOUR_MAX)
    .replace(/^\S*\s+/, '')
    .toWellFormed()}`;
}

function cutEnd(text: string): string {
  if (text.length <= NEIGHBOUR_MAX) return text;
  return `${text
    .slice(0, NEIGHBOUR_MAX)
    .replace(/\s+\S*$/, '')
    .toWellFormed()} …`;
}
