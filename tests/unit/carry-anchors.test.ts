import { expect, test } from 'vitest';
import type { AnchorRow } from '#lib/annotation/anchor/anchor-row.ts';
import { carryAnchors } from '#lib/annotation/anchor/carry-anchors.ts';

const BEFORE = 'The ferry left the island at dawn. ';
const AFTER = ' Its crew had been on board since the evening before.';
const TEXT = `${BEFORE}The harbour master said the hull was sound.${AFTER}`;
const EXACT = 'the hull was sound';

/** The anchors of one annotation through texts that follow each other. */
function through(...sentences: string[]): AnchorRow[] {
  const start = TEXT.indexOf(EXACT);
  const marked: AnchorRow = {
    ...{ revisionNumber: 1, start, end: start + EXACT.length, state: 'exact', changes: [] },
    ...{ similarity: 1, words: null, since: 1, places: [] },
  };
  const rows = [marked];
  let old = TEXT;
  sentences.forEach((sentence, at) => {
    const now = BEFORE + sentence + AFTER;
    const anchor = rows.at(-1) as AnchorRow;
    const held = { id: 'a', state: 'active', exact: EXACT, anchor };
    const context = {
      prefix: TEXT.slice(start - 32, start),
      suffix: TEXT.slice(start + EXACT.length).slice(0, 32),
    };
    rows.push(carryAnchors([{ ...held, ...context }], old, now, at + 2)[0] as AnchorRow);
    old = now;
  });
  return rows.slice(1);
}

test('what the rest of its sentence turned stays changed until that is undone', () => {
  const denied = 'The harbour master denied the hull was sound.';
  const [turned, later, back] = through(
    denied,
    `${denied} Rain fell.`,
    'The harbour master said the hull was sound.',
  );
  expect(turned).toMatchObject({ state: 'changed', since: 2, words: EXACT });
  expect(turned?.changes).toContainEqual(expect.objectContaining({ to: 'denied' }));
  expect(later).toMatchObject({ state: 'changed', since: 2, changes: turned?.changes });
  expect(back).toMatchObject({ state: 'exact', words: null, changes: [] });
});

test('what was denied and is doubted now is no more the same than before', () => {
  const [, doubted] = through(
    'The harbour master denied the hull was sound.',
    'The harbour master doubts, if he is asked, that the hull was sound.',
  );
  expect(doubted?.state).toBe('changed');
});

test('words that changed and are back are exact', () => {
  const [changed, back] = through(
    'The harbour master said the hull was unsound.',
    'The harbour master said the hull was sound.',
  );
  expect(changed?.state).toBe('changed');
  expect(back?.state).toBe('exact');
});
