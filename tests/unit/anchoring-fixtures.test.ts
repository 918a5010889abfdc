import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Carried } from '#lib/anchoring/carried.ts';
import { carry } from '#lib/anchoring/carry.ts';
import { resolve } from '#lib/anchoring/resolve.ts';
import { describe as describePassage, type FullSelector } from '#lib/anchoring/selector.ts';
import { projectRoot } from '#lib/env/project-root.ts';

// tests/fixtures/anchoring/README.md says what these are and how to add one.

const folder = path.join(projectRoot, 'tests/fixtures/anchoring');
const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');

interface Outcome {
  state: string;
  words?: string;
  changes?: string[];
  why?: string;
}

interface Entry extends FullSelector {
  resolve: Outcome;
  carry: Outcome;
  note?: string;
}

const pages = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length));

describe.each(pages)('%s', (name) => {
  const [before, after] = [read(`${name}.old.txt`), read(`${name}.new.txt`)];
  const entries = JSON.parse(read(`${name}.json`)) as Entry[];
  const outcome = (found: Carried): Outcome =>
    found.found
      ? {
          state: found.state,
          words: after.slice(found.start, found.end),
          changes: found.changes.map(({ kind }) => kind),
        }
      : { state: 'orphaned', why: found.why };

  test.each(entries)('$exact', (entry) => {
    const { resolve: resolved, carry: carriedOver, note: _, ...selector } = entry;
    expect(describePassage(before, selector.start, selector.end)).toEqual(selector);
    expect(resolve(before, selector)).toMatchObject({
      state: 'exact',
      start: selector.start,
      end: selector.end,
    });
    expect(outcome(resolve(after, selector))).toEqual(resolved);
    const [carried] = carry(before, after, [{ start: selector.start, end: selector.end }]);
    expect(outcome(carried as Carried)).toEqual(carriedOver);
  });
});
