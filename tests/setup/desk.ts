import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { CommentView } from '#lib/comment/schema.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import type { TestPerson } from '#tests/factories/people.ts';
import { claimOf, news } from './annotating.ts';
import { inDatabase, newPerson, signIn } from './member.ts';
import type { TestServer } from './server.ts';

/** A place in which a moderator has something to do. */
export interface Town {
  article: { id: string; slug: string; title: string };
  claim: AnnotationDetail;
  /** By their first words. */
  waiting: Record<string, CommentView>;
  reported: Record<string, CommentView>;
}

const LONG = `The council has said so three times now. ${'It was in the budget of 2011, on page 12, and in the one of 2012 on page 14. '.repeat(16)}That is all there is to it.`;

/** What waits: who says it (a guest where an address stands), and what. */
const WAITING = [
  ['Tilda Gran', 'The toll was raised twice, in 2014 and in 2019.'],
  ['T. <t.holm@example.org>', 'Der zweite Absatz stimmt so nicht, siehe Haushaltsplan Seite 12.'],
  ['Bela K.', 'Buy followers cheap, see my page for the best road-toll prices!!!'],
  ['Ruben Aas', LONG],
  ['Mina Dahl', 'I was at the opening. It rained.'],
  ['Bela K.', 'Best prices for followers in town, write to me now.'],
  ['Olav <olav@example.org>', 'Who pays for the third bridge?'],
  ['Sara Lind', 'The 40 percent are of the old town only, says the report on page 3.'],
] as const;

/** What was reported: who said it, what, and with which reasons and words. */
const REPORTED = [
  [
    'RoadRage77',
    'Anybody who still believes the mayor should have their licence taken away, and I know where some of you park.',
    [
      ['threat', 'He did this last week too.'],
      ['threat', ''],
      ['abuse', 'Names nobody, means us.'],
    ],
  ],
  [
    'Bela K.',
    'Followers! Likes! Everything cheap!',
    [
      ['spam', ''],
      ['spam', ''],
    ],
  ],
  [
    'Ines Moreau',
    'This source is a press release of the party, please say so.',
    [['off-topic', 'We know that.']],
  ],
  ['Knut Berg', 'Mrs. Holm lives at Storgata 4, ask her yourself.', [['privacy', 'That is my address.']]],
] as const;

/** An article with a claim, a talk, and things that wait and were reported. */
export async function town(site: TestServer, pending = true): Promise<Town> {
  const article = await news(site);
  const claim = await claimOf(
    site,
    await newPerson(site, { name: 'Jonas Hale' }),
    article,
    'Traffic in the old town has fallen by 40 percent',
  );
  return inDatabase(site, async () => {
    const [{ comment }, { person }, { report }] = await Promise.all([
      import('#tests/factories/comments.ts'),
      import('#tests/factories/people.ts'),
      import('#lib/flows/report.ts'),
    ]);
    const people = new Map<string, TestPerson>();
    const called = async (name: string) => {
      const known = people.get(name) ?? (await person({ name }));
      people.set(name, known);
      return known;
    };
    const first = await comment({
      by: await called('Agnes Moe'),
      on: { article: article.id },
      text: `What did it cost in the end? ${'Nobody seems to know, and everybody says another number. '.repeat(5)}`,
    });
    const waiting: Town['waiting'] = {};
    for (const [n, [name, text]] of (pending ? WAITING : []).entries()) {
      const guest = /^(.+) <(.+)>$/.exec(name);
      const said = await comment({
        by: guest ? null : await called(name),
        ...(guest ? { guest: { name: guest[1] as string, email: guest[2] as string } } : {}),
        on: n % 3 === 1 ? { annotation: claim.id } : { article: article.id },
        ...(n === 0 ? { parentId: first.id } : {}),
        text,
        state: 'pending',
      });
      waiting[text.split(' ').slice(0, 3).join(' ')] = said;
    }
    const reported: Town['reported'] = {};
    for (const [name, text, reports] of REPORTED) {
      const said = await comment({ by: await called(name), on: { annotation: claim.id }, text });
      reported[text.split(' ').slice(0, 3).join(' ')] = said;
      for (const [n, [reason, detail]] of reports.entries())
        await report(await called(`Reader ${n + 1}`), {
          target: { type: 'comment', id: said.id },
          reason,
          detail,
        });
    }
    await report(await called('Reader 1'), {
      target: { type: 'annotation', id: claim.id },
      reason: 'misleading',
      detail: 'The report says 14 percent.',
    });
    return { article, claim, waiting, reported };
  });
}

/** The page is no wider than the screen. */
export async function expectNoSideways(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(
    await page.evaluate(() => document.documentElement.clientWidth),
  );
}

/** Nothing waits any more and nothing is reported, so that a test begins with what it brings. */
export async function clearDesk(site: TestServer): Promise<void> {
  await inDatabase(site, async () => {
    const { db } = await import('#lib/db/client.ts');
    await db().report.deleteMany({});
    await db().comment.updateMany({ where: { state: { not: 'visible' } }, data: { state: 'visible' } });
  });
}

/** A page at a queue, of a moderator who is known by that name. */
export async function atDesk(
  site: TestServer,
  page: Page,
  queue: 'reported' | 'pending' | 'rejected',
  name = 'Bea Petrov',
): Promise<TestPerson> {
  const who = await newPerson(site, { role: 'moderator', name });
  await signIn(page, site, who);
  await page.goto(`/admin/queue?queue=${queue}`);
  await ready(page);
  return who;
}

/** The keys work once the page has come to life. */
export async function ready(page: Page): Promise<void> {
  await page.locator('main.desk[data-ready]').waitFor();
}

/** How many are said to lie in the queue. */
export const countOf = (page: Page) => page.locator('.queues [aria-current] .num');

/** What was said to screen readers last. */
export const said = (page: Page) => page.locator('#announce-quiet');

export const itemOf = (page: Page, words: string): Locator => page.locator('.item', { hasText: words });

/** The words of the items, in their order. */
export const itemsOf = (page: Page) => page.locator('.item .item-said .words').allInnerTexts();

/** Presses keys one after the other. */
export async function keys(page: Page, ...pressed: string[]): Promise<void> {
  for (const key of pressed) await page.keyboard.press(key);
}
