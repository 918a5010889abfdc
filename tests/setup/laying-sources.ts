import { afterAll, beforeAll, beforeEach } from 'vitest';
import { db } from '#lib/db/client.ts';
import { lookAtPage } from '#lib/flows/look-at-page.ts';
import { addSourceOperation, editSourceOperation, getSourceOperation } from '#lib/http/contract/evidence.ts';
import { claim } from '#tests/factories/articles.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { call } from './api.ts';
import { type SourcePages, startSourcePages } from './source-pages.ts';

/** What a page says, and what is quoted of it. */
export const COUNT =
  'The harbour master counted thirty-one ships on the second of February, and wrote them down.';
export const QUOTE = 'counted thirty-one ships on the second of February';

/** The pages, empty before each test, and three people, of whom Anna gives sources; there once `playPages` was called. */
export let site: SourcePages;
export let anna: TestPerson;
export let boris: TestPerson;
export let clara: TestPerson;

/** For a file of tests. */
export function playPages(): void {
  beforeAll(async () => {
    site = await startSourcePages();
    [anna, boris, clara] = await Promise.all([person({ name: 'Anna' }), person(), person()]);
  });
  afterAll(() => site.close());
  beforeEach(() => site.pages.clear());
}

export interface Given {
  /** The claim; one of its own without. */
  on?: string;
  as?: TestPerson;
  url?: string;
  [field: string]: unknown;
}

export async function give({ on, as = anna, ...fields }: Given) {
  const id = on ?? (await claim()).id;
  return call(addSourceOperation, { as, params: { id }, body: { stance: 'refutes', ...fields } });
}

/** A source of which a page is given; its id. Nobody has looked at it yet. */
export const lay = async (path: string, fields: Given = {}) =>
  (await give({ url: site.origin + path, ...fields })).body.id as string;

export const read = async (id: string, as?: TestPerson) =>
  (await call(getSourceOperation, { ...(as ? { as } : {}), params: { id } })).body;

export const rowOf = (id: string) => db().source.findUniqueOrThrow({ where: { id } });

/** Has the job look at the page of a source. */
export const look = async (id: string) => lookAtPage((await rowOf(id)).pageId);

export const checks = (id: string) => db().event.count({ where: { kind: 'source.checked', subjectId: id } });

export async function patch(id: string, fields: object, as = anna) {
  const { version } = await read(id);
  return call(editSourceOperation, { as, params: { id }, body: { ...fields, version } });
}
