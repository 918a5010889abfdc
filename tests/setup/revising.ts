import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import type { TestPerson } from '#tests/factories/people.ts';
import { claimOf, send } from './annotating.ts';
import { newPerson } from './member.ts';
import { test as base } from './page.ts';
import { newspaperPage, type Publisher, startPublisher } from './publisher.ts';
import { startServer, type TestServer } from './server.ts';

const withPublisher = base.extend<{ publisher: Publisher }>({
  publisher: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixtures' names from the pattern
    async ({}, use) => {
      const publisher = await startPublisher();
      await use(publisher);
      await publisher.close();
    },
    { scope: 'file' },
  ],
});
/** A site with a publisher beside it, whose articles may be fetched. */
export const test = withPublisher.extend<{ site: TestServer }>({
  site: [
    async ({ publisher }, use) => {
      const server = await startServer(inject('postgresUrl'), { OBELUS_FETCH_ALLOW: publisher.host });
      await use(server);
      await server.stop();
    },
    { scope: 'file' },
  ],
});

/** What the publisher's page says, with what is claimed of it. */
export const COST = 'The line costs 310 million euros, of which the federal state pays 75 percent.';
export const TREES = 'They say that two hundred plane trees have to be felled for it.';
const START = 'Work on the first section begins in March of the next year.';
export const TRAM = [
  'The city of Lindow will build a tram line of nine kilometres, the council decided on Tuesday.',
  `${COST} Mayor Hanna Weiss called it the largest investment since the war.`,
  `Opponents collected 12,000 signatures against the project. ${TREES}`,
  'In a survey of the city a majority of those asked was in favour of the tram line and its depot.',
  `${START} Until then the depot at the eastern cemetery is enlarged.`,
  'The transport company expects that fewer cars will be on the ring road in the years to come.',
];
/** What the page says later: another price; a paragraph elsewhere and the trees gone; the trees in two new places. */
export const DEARER = TRAM.with(1, TRAM[1]?.replace('310', '342') ?? '');
export const MOVED = [
  DEARER[0],
  DEARER[4],
  DEARER[1],
  'Opponents collected 12,000 signatures against the project.',
].concat(DEARER.slice(3, 4), DEARER.slice(5)) as string[];
export const TWICE = [
  ...MOVED,
  `A reader objects: ${TREES} The company denies it.`,
  `A speaker of the opponents repeats: ${TREES} Nobody answered.`,
];

let count = 0;

export interface Story {
  ann: TestPerson;
  bob: TestPerson;
  article: { id: string; slug: string };
  /** Puts another text on the publisher's page. */
  show(paragraphs: readonly string[]): void;
  /** The same, and has it looked at. */
  revise(paragraphs: readonly string[]): Promise<void>;
}

/** An article that was fetched, with three claims by Ann that Bob judged. */
export async function story(site: TestServer, publisher: Publisher): Promise<Story> {
  count += 1;
  const path = `/tram-${count}`;
  const show = (paragraphs: readonly string[]) => {
    publisher.pages.set(path, newspaperPage(`The tram line, part ${count}`, paragraphs));
  };
  show(TRAM);
  const [ann, bob] = [await newPerson(site, { name: 'Ann' }), await newPerson(site, { name: 'Bob' })];
  const article = await send<Story['article']>(site, ann, 'POST', '/api/articles', {
    url: publisher.origin + path,
  });
  for (const exact of [COST, TREES, START]) {
    const { id } = await claimOf(site, ann, article, exact);
    await send(site, bob, 'PUT', `/api/annotations/${id}/assessment`, { verdict: 'false' });
  }
  const revise = async (paragraphs: readonly string[]) => {
    show(paragraphs);
    await send(site, bob, 'POST', `/api/articles/${article.id}/revisions`, {});
  };
  return { ann, bob, article, show, revise };
}

/** What axe finds. */
export const faults = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);

export const overflows = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
