// What checkers do about the ruling of a claim, by the operations of the contract, and what becomes of it.
import { afterEach, beforeEach } from 'vitest';
import { db } from '#lib/db/client.ts';
import { fromText } from '#lib/document/from-text.ts';
import { documentText } from '#lib/document/text.ts';
import { reviseArticle } from '#lib/flows/revise-article.ts';
import { getAnnotationOperation } from '#lib/http/contract/annotations.ts';
import {
  approveRulingOperation,
  getRulingDraftOperation,
  getRulingOperation,
  publishRulingOperation,
  recuseOperation,
  retractRulingOperation,
  returnRulingOperation,
  saveRulingDraftOperation,
} from '#lib/http/contract/rulings.ts';
import { putSetting } from '#lib/settings/mutations.ts';
import { USUAL_REQUIREMENTS } from '#lib/verdict/requirements.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { call } from './api.ts';

/** Two checkers and a reader, anew for each test: so many writes in a minute are too many for one person. */
export function cast() {
  const people = {} as { ada: TestPerson; ben: TestPerson; rita: TestPerson };
  beforeEach(async () => {
    people.ada = await person({ name: 'Ada', role: 'checker' });
    people.ben = await person({ name: 'Ben', role: 'checker' });
    people.rita = await person({ name: 'Rita' });
  });
  afterEach(async () => {
    await putSetting(null, 'rulings.approval', false);
    await putSetting(null, 'rulings.mandatory', [...USUAL_REQUIREMENTS]);
  });
  return people;
}

export const on = (id: string) => ({ params: { id } });

/** What they do: Ada, unless it is said, and Ben where Ada cannot. */
export const deeds = (people: ReturnType<typeof cast>) => ({
  publish: (id: string, body: object, as = people.ada) =>
    call(publishRulingOperation, { as, ...on(id), body }),
  save: (id: string, body: object, as = people.ada) =>
    call(saveRulingDraftOperation, { as, ...on(id), body }),
  desk: async (id: string, as = people.ada) => (await call(getRulingDraftOperation, { as, ...on(id) })).body,
  approve: (id: string, version: number, as = people.ben) =>
    call(approveRulingOperation, { as, ...on(id), body: { version } }),
  sendBack: (id: string, body: object, as = people.ben) =>
    call(returnRulingOperation, { as, ...on(id), body }),
  retract: (id: string, body: object, as = people.ada) =>
    call(retractRulingOperation, { as, ...on(id), body }),
  recuse: (id: string, as = people.ada) =>
    call(recuseOperation, { as, ...on(id), body: { reason: 'My employer.' } }),
});

export const read = async (id: string) => (await call(getAnnotationOperation, on(id))).body;
export const ruling = async (id: string) => (await call(getRulingOperation, on(id))).body;

/** What lists say of a claim. */
export const stored = (id: string) =>
  db().annotation.findUniqueOrThrow({ where: { id }, select: { shown: true, standing: true } });

/** What was told of the ruling of a claim, oldest first. */
export async function events(annotationId: string) {
  const rows = await db().event.findMany({
    where: { kind: { startsWith: 'r' }, data: { path: ['annotationId'], equals: annotationId } },
    orderBy: { id: 'asc' },
    select: { kind: true },
  });
  return rows.map(({ kind }) => kind);
}

export const lock = (id: string) => db().article.update({ where: { id }, data: { state: 'locked' } });

export function revise(articleId: string, text: string) {
  const document = fromText(text);
  return reviseArticle(articleId, { document, text: documentText(document), origin: 'given', actorId: null });
}
