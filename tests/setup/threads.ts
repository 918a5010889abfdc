import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { CommentView } from '#lib/comment/schema.ts';
import type { TestPerson } from '#tests/factories/people.ts';
import { send } from './annotating.ts';
import { inDatabase } from './member.ts';
import type { TestServer } from './server.ts';

export type Place = { article: string } | { annotation: string };

/** Somebody says something, through the door. */
export function saying(
  site: TestServer,
  who: TestPerson,
  place: Place,
  text: string,
  parentId?: string,
): Promise<CommentView> {
  const path = 'article' in place ? `articles/${place.article}` : `annotations/${place.annotation}`;
  return send(site, who, 'POST', `/api/${path}/comments`, { text, ...(parentId ? { parentId } : {}) });
}

/**
 * A thread as an outline: deeper lines answer the line above them; somebody says all of it. Returns the ids by their
 * words.
 */
export async function outline(
  site: TestServer,
  place: Place,
  lines: string,
): Promise<Record<string, string>> {
  return inDatabase(site, async () => {
    const [{ say }, { person }] = await Promise.all([
      import('#lib/flows/discuss.ts'),
      import('#tests/factories/people.ts'),
    ]);
    const by = await person({ name: 'Jonas Hale' });
    const ids: Record<string, string> = {};
    const open: string[] = [];
    for (const line of lines.split('\n').filter((one) => one.trim() !== '')) {
      const depth = (line.length - line.trimStart().length) / 2;
      const text = line.trim();
      const said = await say(by, place, { text, parentId: open[depth - 1] });
      ids[text] = said.id;
      open.splice(depth, open.length, said.id);
    }
    return ids;
  });
}

/** So many lines of an outline. */
export const lines = (n: number, word: string, indent = '') =>
  Array.from({ length: n }, (_, at) => `${indent}${word} ${at + 1}`).join('\n');

/** A comment of so many seconds ago with so many replies, put into the database at once. Returns its id and theirs. */
export async function crowd(site: TestServer, articleId: string, replies: number, ago = replies) {
  return inDatabase(site, async () => {
    const [{ idAt, idBytes }, { insertRows }, { richTextFrom }, { person }] = await Promise.all([
      import('#lib/db/ids.ts'),
      import('../../prisma/demo/rows.ts'),
      import('#lib/assessment/rich-text.ts'),
      import('#tests/factories/people.ts'),
    ]);
    const { id: authorId } = await person({ name: 'Crowd' });
    const begin = Date.now() - ago * 1000;
    const ids = Array.from({ length: replies + 1 }, (_, n) => idAt(new Date(begin + n * 1000)));
    const [head = ''] = ids;
    const hex = (id: string) => idBytes(id).toString('hex');
    const rows = ids.map((id, n) => ({
      id,
      articleId,
      annotationId: null,
      parentId: n === 0 ? null : head,
      rootId: head,
      depth: n === 0 ? 0 : 1,
      path: `\\x${hex(head)}${n === 0 ? '' : hex(id)}`,
      authorId,
      ...richTextFrom('body', n === 0 ? 'The crowd gathers' : `Voice ${n}`),
      state: 'visible',
      up: 0,
      down: 0,
      score: 0,
      best: 0,
      revisionNumber: 1,
      version: 1,
      createdAt: new Date(begin + n * 1000),
    }));
    await insertRows('Comment', rows);
    return { head, replies: ids.slice(1) };
  });
}

/** The article of a comment, by its id. */
export const commentOf = (page: Page, id: string | undefined): Locator => page.locator(`#comment-${id}`);

/** The words of the comments on the page, in the order in which they stand. */
export const wordsOf = (page: Page): Promise<string[]> => page.locator('.comment .said').allInnerTexts();

/** Finds nothing wrong, in both themes. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    expect(told).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}

/** Whether something is wider than the window. */
export const overflows = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
