import { describe, type FullSelector } from '#lib/anchoring/selector.ts';
import { below, type Prose, prose, type Random, randomOf } from './prose.ts';

export interface Place {
  start: number;
  end: number;
}

/** A passage to be found in a text; `truth` is null where nothing is to be found. */
export interface Case {
  text: string;
  selector: FullSelector;
  truth: Place | null;
}

/** Both ends within five units, or nine tenths of both together. */
export function isRight(found: Place, truth: Place): boolean {
  if (Math.abs(found.start - truth.start) <= 5 && Math.abs(found.end - truth.end) <= 5) return true;
  const shared = Math.min(found.end, truth.end) - Math.max(found.start, truth.start);
  return shared / (Math.max(found.end, truth.end) - Math.min(found.start, truth.start)) >= 0.9;
}

/** Passages as people mark them: a sentence, two, or four to nine words that stand nowhere else. */
export function passagesOf(random: Random, { text, sentences }: Prose, count: number): Place[] {
  const passages: Place[] = [];
  while (passages.length < count) {
    const at = below(random, sentences.length - 1);
    const sentence = sentences[at] as Place;
    const drawn = random();
    if (drawn < 0.5) passages.push(sentence);
    else if (drawn < 0.65) passages.push({ start: sentence.start, end: (sentences[at + 1] as Place).end });
    else passages.push(...partOf(random, text, sentence));
  }
  return passages;
}

function partOf(random: Random, text: string, { start, end }: Place): Place[] {
  const words = [...text.slice(start, end).matchAll(/\w+/g)];
  const length = 4 + below(random, 6);
  if (words.length < length) return [];
  const from = below(random, words.length - length + 1);
  const [first, last] = [words[from], words[from + length - 1]];
  if (!first || !last) return [];
  const part = { start: start + first.index, end: start + last.index + last[0].length };
  const exact = text.slice(part.start, part.end);
  return text.indexOf(exact) === text.lastIndexOf(exact) ? [part] : [];
}

/** The words of each passage edited, the context as it was saved. */
export function edited({ text }: Prose, passages: readonly Place[], edit: (exact: string) => string): Case[] {
  return passages.map((truth) => {
    const selector = describe(text, truth.start, truth.end);
    return { text, selector: { ...selector, exact: edit(selector.exact) }, truth };
  });
}

/** The words and the context of each passage edited; where it stood is forgotten, unless it is `known`. */
export function editedAround(
  { text }: Prose,
  passages: readonly Place[],
  edit: (words: string) => string,
  known = false,
): Case[] {
  return passages.map((truth) => {
    const { exact, prefix, suffix } = describe(text, truth.start, truth.end);
    const where = known ? truth : { start: text.length >> 1, end: text.length >> 1 };
    return {
      text,
      selector: { exact: edit(exact), prefix: edit(prefix), suffix: edit(suffix), ...where },
      truth,
    };
  });
}

/** Sentences, with their context, of another text of the same kind. */
export function absent({ text }: Prose, seed: number, count: number): Case[] {
  const other = prose(randomOf(seed), Math.max(200_000, count * 150));
  return other.sentences
    .filter(({ start, end }) => !text.includes(other.text.slice(start, end)))
    .slice(0, count)
    .map(({ start, end }) => ({ text, selector: describe(other.text, start, end), truth: null }));
}

/** Passages that were taken out of the text, fifty at a time; only those whose words stand nowhere else. */
export function removed({ text }: Prose, passages: readonly Place[]): Case[] {
  const sorted = passages.toSorted((a, b) => a.start - b.start);
  const rounds = Math.ceil(sorted.length / 50);
  return Array.from({ length: rounds }, (_, round) => {
    const out = sorted.filter((_, at) => at % rounds === round);
    let left = '';
    let done = 0;
    const taken = out.filter(({ start, end }) => {
      if (start < done) return false;
      left += text.slice(done, start);
      done = end;
      return true;
    });
    left += text.slice(done);
    return taken
      .filter(({ start, end }) => !left.includes(text.slice(start, end)))
      .map(({ start, end }): Case => ({ text: left, selector: describe(text, start, end), truth: null }));
  }).flat();
}

/** Sentences that stand in six places: with their context one of them is meant, without it none. */
export function inSixPlaces(random: Random, { text, sentences }: Prose, count: number) {
  const quotes = Array.from({ length: Math.ceil(count / 6) }, () => {
    const { start, end } = sentences[below(random, sentences.length)] as Place;
    return text.slice(start, end);
  });
  const inserts = quotes
    .flatMap((quote) => Array.from({ length: 6 }, () => ({ quote, after: below(random, sentences.length) })))
    .sort((a, b) => a.after - b.after);
  let full = '';
  let done = 0;
  const places: Place[] = [];
  for (const { quote, after } of inserts) {
    const { end } = sentences[after] as Place;
    full += `${text.slice(done, end)} ${quote}`;
    done = end;
    places.push({ start: full.length - quote.length, end: full.length });
  }
  full += text.slice(done);
  const selected = places
    .slice(0, count)
    .map((truth) => ({ truth, selector: describe(full, truth.start, truth.end) }));
  const meant = selected.map(
    ({ truth, selector }): Case => ({
      text: full,
      selector: { ...selector, start: full.length >> 1, end: full.length >> 1 },
      truth,
    }),
  );
  const bare = selected.map(
    ({ selector }): Case => ({
      text: full,
      selector: { ...selector, prefix: '', suffix: '', start: -1, end: -1 },
      truth: null,
    }),
  );
  return { meant, bare };
}
