import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Where all that is read stands on the screen: each block of the text and each comment. */
async function places(page: Page): Promise<Record<string, number>> {
  return page.evaluate(() => {
    const read = [...document.querySelectorAll('.prose > *, .comment')];
    return Object.fromEntries(
      read.map((element, index) => [element.id || `block ${index}`, element.getBoundingClientRect().top]),
    );
  });
}

/** Remembers where everything stands; the function it resolves with fails when anything that is still there moved. */
export async function still(page: Page): Promise<() => Promise<void>> {
  const before = await places(page);
  return async () => {
    const now = await places(page);
    const moved = Object.entries(now).filter(
      ([name, top]) => name in before && Math.abs(top - (before[name] ?? 0)) > 0.5,
    );
    expect(moved, 'nothing moves under the reader’s eye').toEqual([]);
  };
}
