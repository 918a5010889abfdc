import { describe, expect, test } from 'vitest';
import type { Carried } from '#lib/anchoring/carried.ts';
import { carry } from '#lib/anchoring/carry.ts';
import { resolve } from '#lib/anchoring/resolve.ts';
import { describe as describePassage } from '#lib/anchoring/selector.ts';
import { CASES, type Case } from './surroundings-cases.ts';

const BEFORE = 'Rain had fallen on the hills for a week when the bells began to ring. ';
const AFTER = ' Lanterns were lit along the quay, one after the other, until the harbour was bright.';

/** A text with the words that a case marks. */
function marked(sentence: string) {
  const start = BEFORE.length + sentence.indexOf('[');
  const end = BEFORE.length + sentence.indexOf(']') - 1;
  return { text: BEFORE + sentence.replace(/[[\]]/g, '') + AFTER, start, end };
}

const kindsOf = (found: Carried) => (found.found ? found.changes.map(({ kind }) => kind) : [found.state]);

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  test.each<Case>(cases)('%s → %s: %s', (before, after, kind) => {
    const [old, now] = [marked(before), marked(after)];
    const [carried] = carry(old.text, now.text, [{ start: old.start, end: old.end }]);
    const resolved = resolve(now.text, describePassage(old.text, old.start, old.end));
    for (const found of [carried as Carried, resolved]) {
      if (kind === 'same') expect(kindsOf(found)).toEqual([]);
      else expect(kindsOf(found)).toContain(kind);
      if (found.found)
        expect(now.text.slice(found.start, found.end)).toBe(now.text.slice(now.start, now.end));
    }
  });
});
