import { expect, test } from 'vitest';
import { weave } from '#components/annotation/marks.ts';
import type { Passage } from '#components/annotation/passage.ts';
import { near, touched } from '#components/editor/surface-changes.ts';
import { fromText } from '#lib/document/from-text.ts';
import { documentHtml } from '#lib/document/html.ts';
import { blockStarts, documentText } from '#lib/document/text.ts';

const doc = fromText(
  Array.from({ length: 8 }, (_, n) => `Paragraph ${n} counts the lamps of the town, and finds more.`).join(
    '\n\n',
  ),
);
const text = documentText(doc);
const starts = blockStarts(doc);

function passage(id: string, start: number, end: number, look: Passage['look'] = 'open'): Passage {
  return { id, start, end, markerAt: end, look, label: `${look}: ${id}` };
}

/** The blocks as the server would send them. */
function blocks(passages: readonly Passage[]): string[] {
  const inOrder = passages.toSorted((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
  return documentHtml(doc, weave(inOrder)).split('</p>').slice(0, -1);
}

/** The numbers of the blocks that some stretches lie in or touch. */
function blocksIn(stretches: readonly { start: number; end: number }[]): number[] {
  const ends = [...starts.slice(1).map((start) => start - 1), text.length];
  return starts.flatMap((start, at) =>
    stretches.some((one) => one.start <= (ends[at] as number) && one.end >= start) ? [at] : [],
  );
}

test('nothing is touched where nothing changes, whatever the objects are', () => {
  const before = [passage('a', 0, 9), passage('b', 70, 80)];
  expect(touched(before, [...before], weave)).toEqual([]);
  expect(
    touched(
      before,
      before.map((one) => ({ ...one })),
      weave,
    ),
  ).toEqual([]);
});

test('what is added, changed or taken away touches its own block alone', () => {
  const before = starts.map((start, at) => passage(`p${at}`, start, start + 9));
  const there = (starts[3] as number) + 20;
  const one = passage('new', there, there + 4);
  expect(blocksIn(touched(before, [...before, one], weave))).toEqual([3]);
  expect(blocksIn(touched([...before, one], before, weave))).toEqual([3]);
  const judged = before.map((old) => (old.id === 'p5' ? { ...old, look: 'false' as const } : old));
  expect(blocksIn(touched(before, judged, weave))).toEqual([5]);
});

test('a passage that lies over others touches what those look like too', () => {
  const [from, to] = [starts[2] as number, (starts[3] as number) + 12];
  const before = [passage('inner', from + 5, from + 9)];
  expect(blocksIn(touched(before, [...before, passage('outer', from, to)], weave))).toEqual([2, 3]);
});

test('near are those over a stretch and all that hang together with them, and no others', () => {
  const chain = [passage('a', 0, 20), passage('b', 15, 40), passage('c', 40, 50)];
  const far = passage('d', 52, 60);
  expect(near([...chain, far], [{ start: 1, end: 2 }])).toEqual(chain);
});

test('every block that looks different is among those that are touched, over 300 made-up changes', () => {
  let state = 7;
  const random = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  const looks = ['open', 'false', 'true', 'remark'] as const;
  const some = (id: string) => {
    const start = random(text.length - 60);
    return passage(id, start, start + 1 + random(random(4) === 0 ? 200 : 30), looks[random(4)]);
  };
  let shown = Array.from({ length: 30 }, (_, n) => some(`p${n}`)).filter(({ end }) => end <= text.length);
  for (let n = 0; n < 300; n += 1) {
    const next = shown
      .filter(() => random(20) > 0)
      .map((one) => (random(20) ? one : { ...one, ...some(one.id) }));
    const fresh = Array.from({ length: random(3) }, (_, at) => some(`n${n}-${at}`));
    const after = [...next, ...fresh].filter(({ end }) => end <= text.length);
    const [old, now] = [blocks(shown), blocks(after)];
    const differ = now.flatMap((html, at) => (html === old[at] ? [] : [at]));
    const found = blocksIn(touched(shown, after, weave));
    expect(found, `change ${n}`).toEqual(expect.arrayContaining(differ));
    shown = after;
  }
});
