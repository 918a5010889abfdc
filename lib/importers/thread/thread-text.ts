import { commentSignal, isFurniture } from '../boilerplate.ts';
import { joinLines, type Line, linesOf, PROSE } from '../lines.ts';
import { findTail } from '../text-tail.ts';
import {
  authorName,
  integerOf,
  keyOfWords,
  type OriginalComment,
  type OriginalThread,
  settled,
  timeOf,
  votesOf,
} from './original-thread.ts';
import { countIn } from './page-parts.ts';

/** Longer lines are nobody's name. */
const NAME = 60;
/** What tells how many comments there are: "2 Comments", "3 Kommentare", "5 thoughts on …". */
const COUNT =
  /^\(?(\d[\d.,]{0,8})\)? (?:comments?|kommentare?|replies|responses?|antworten|thoughts? on|gedanken zu)/i;
/** "Miau • 11 hours ago", "Miau, vor 3 Stunden". */
const NAMED_TIME = /^(.{1,60}?)\s*(?:[·•|,–—-]|\s{2,})\s*((?:\d+|an?|one|vor|just|right|gerade)\b.*)$/iu;
/** "Miau says:", "Miau schreibt am 3. Mai 2025 um 12:04 Uhr:". */
const SAYS =
  /^(.{1,60}?) (?:says|said|wrote|writes|sagt|sagte|schreibt|schrieb|meint)(?:[: ]\s*(?:on |am )?(.{0,60}))?:?$/i;
/** "Reply to Miau", "Antwort an Miau". */
const REPLY_TO = /^(?:reply to|replying to|in reply to|antwort(?:et)? (?:an|auf))\s+@?(.{1,60}?):?$/i;

/** The name of the program, which some leave at the end of the section. */
const MADE_WITH = /^(?:wpdiscuz|powered by [\p{L}\d. ]{2,30}|disqus)$/iu;

/** The line that says when a comment was written begins it; its author stands there or above. */
interface Head {
  /** The first line of the head, and the first one after it. */
  start: number;
  end: number;
  author: string;
  time: string | null;
}

/**
 * Reads the comments out of a text that was copied from a page, with the article above them or without. A comment
 * begins where a name stands over a time. Null when there is none. O(lines).
 */
export function readThreadText(text: string): OriginalThread | null {
  const all = linesOf(text.toWellFormed());
  const { appealEnd } = findTail(all);
  const lines = appealEnd < all.length ? all.slice(appealEnd) : all;
  const heads = headsIn(lines);
  // Without the interface of a comment section around them, one name over one time is a byline.
  if (heads.length === 0 || (lines === all && heads.length < 2)) return null;
  const comments: OriginalComment[] = [];
  for (const [index, head] of heads.entries()) {
    const comment = commentOf(lines.slice(head.end, heads[index + 1]?.start), head, comments);
    if (comment) comments.push(comment);
  }
  if (comments.length === 0) return null;
  const declaredCount = countIn(
    lines
      .slice(0, heads[0]?.start)
      .map(({ text }) => COUNT.exec(text)?.[1])
      .find(Boolean) ?? null,
  );
  return settled({ source: 'text', comments, declaredCount, asOf: null });
}

function headsIn(lines: readonly Line[]): Head[] {
  const heads: Head[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const head = headAt(lines, at, heads.at(-1)?.end ?? 0);
    if (!head) continue;
    heads.push(head);
    at = head.end - 1;
  }
  return heads;
}

/** A head whose time stands in line `at`, or "… says:" with the time below it. */
function headAt(lines: readonly Line[], at: number, free: number): Head | null {
  const text = lines[at]?.text ?? '';
  if (commentSignal(text)?.kind !== 'time') return null;
  const says = SAYS.exec(text);
  if (says?.[1]) {
    const below = lines[at + 1]?.text ?? '';
    const timeBelow = !says[2] && commentSignal(below)?.kind === 'time' && !SAYS.test(below);
    return {
      start: at,
      end: at + (timeBelow ? 2 : 1),
      author: says[1],
      time: timeBelow ? below : (says[2] ?? null),
    };
  }
  const named = NAMED_TIME.exec(text);
  if (named?.[1] && named[2]) return { start: at, end: at + 1, author: named[1], time: named[2] };
  const bullet = lines[at - 1]?.text === '•' || lines[at - 1]?.text === '·' ? 1 : 0;
  const above = at - 1 - bullet;
  const name = lines[above]?.text ?? '';
  if (above < free || !isName(name)) return null;
  return { start: above, end: at + 1, author: name, time: text };
}

function isName(line: string): boolean {
  return line.length <= NAME && /[\p{L}\p{N}]/u.test(line) && !commentSignal(line) && !isFurniture(line);
}

function commentOf(lines: Line[], head: Head, before: readonly OriginalComment[]): OriginalComment | null {
  const answered = REPLY_TO.exec(lines[0]?.text ?? '')?.[1];
  const { body, votes } = withoutButtons(answered ? lines.slice(1) : lines);
  const text = joinLines(body);
  if (!/[\p{L}\p{N}\p{S}]/u.test(text)) return null;
  const author = authorName(head.author);
  const parent = answered && before.findLast((one) => one.author === authorName(answered));
  const again = before.filter(
    (one) => one.author === author && 'text' in one.body && one.body.text === text,
  ).length;
  return {
    key: `${keyOfWords('text', author, text)}${again > 0 ? `-${again + 1}` : ''}`,
    parentKey: parent ? parent.key : null,
    author,
    body: { text },
    time: timeOf(null, head.time),
    votes: votesFrom(votes),
    passage: null,
    order: before.length,
  };
}

/** Cuts what stands under the words: votes, buttons, and what closes the section. */
function withoutButtons(lines: Line[]): { body: Line[]; votes: number[] } {
  let end = lines.length;
  const votes: number[] = [];
  for (; end > 0; end -= 1) {
    const { text } = lines[end - 1] as Line;
    const signal = text.length <= PROSE ? commentSignal(text) : null;
    if (!signal && !isFurniture(text) && !MADE_WITH.test(text)) break;
    const vote = signal?.kind === 'votes' ? integerOf(text) : null;
    if (vote !== null) votes.unshift(vote);
  }
  return { body: lines.slice(0, end), votes };
}

/** Two lone numbers are those for and against, in this order; one is what they come to. */
function votesFrom(numbers: readonly number[]) {
  const [first, second, third] = numbers;
  if (first === undefined || third !== undefined) return null;
  if (second === undefined) return votesOf(null, null, first);
  return votesOf(first, second);
}
