import { describe, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { requireAnnotation } from '#lib/flows/annotation-details.ts';
import { voteOnSourceOperation, withdrawSourceVoteOperation } from '#lib/http/contract/evidence.ts';
import { claim } from '#tests/factories/articles.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { call } from '#tests/setup/api.ts';
import {
  anna,
  boris,
  COUNT,
  clara,
  give,
  lay,
  look,
  patch,
  playPages,
  QUOTE,
  read,
  rowOf,
  site,
} from '#tests/setup/laying-sources.ts';

playPages();

test('kinds of source are told by who gives it, can be changed, and order the list', async () => {
  const { id: on } = await claim();
  const report = await lay(site.put({}), { on });
  expect((await read(report)).kind).toBeNull();
  const primary = await lay(site.put({}), { on, kind: 'primary' });
  const post = await lay(site.put({}), { on, kind: 'social-post' });
  const { sources } = await requireAnnotation(null, on);
  expect(sources.map(({ id }) => id)).toEqual([primary, post, report]);
  expect((await patch(report, { kind: 'report' })).body.kind).toBe('report');
  expect((await patch(report, { kind: null })).body.kind).toBeNull();
  expect((await patch(report, { kind: 'rumour' })).status).toBe(422);
  expect((await patch(report, { kind: 'study' }, boris)).status).toBe(403);
});

describe('"useful"', () => {
  const vote = (id: string, value: number, as: TestPerson) =>
    call(voteOnSourceOperation, { as, params: { id }, body: { value } });

  test('is one vote a person, changed and taken back, and not on one’s own', async () => {
    const id = await lay(site.put({}));
    expect((await vote(id, 1, boris)).body).toEqual({ useful: 1, notUseful: 0, mine: 1 });
    expect((await vote(id, 1, boris)).body).toEqual({ useful: 1, notUseful: 0, mine: 1 });
    expect((await vote(id, -1, clara)).body).toEqual({ useful: 1, notUseful: 1, mine: -1 });
    expect((await vote(id, -1, boris)).body).toEqual({ useful: 0, notUseful: 2, mine: -1 });
    const events = { where: { kind: 'source.voted', subjectId: id } };
    expect(await db().event.count(events)).toBe(3);
    const withdrawn = await call(withdrawSourceVoteOperation, { as: boris, params: { id } });
    expect(withdrawn.body).toEqual({ useful: 0, notUseful: 1, mine: 0 });
    expect((await vote(id, 0, boris)).body.mine).toBe(0);
    expect(await db().event.count(events)).toBe(4);
    const own = await vote(id, 1, anna);
    expect([own.status, own.body.code]).toEqual([403, 'own-comment']);
    expect((await vote(id, 2, boris)).status).toBe(422);
    expect((await call(voteOnSourceOperation, { params: { id }, body: { value: 1 } })).status).toBe(401);
  });

  test('is counted for everybody and told each what their own was', async () => {
    const { id: on } = await claim();
    const id = await lay(site.put({}), { on });
    await vote(id, 1, boris);
    expect((await read(id)).votes).toEqual({ useful: 1, notUseful: 0, mine: 0 });
    expect((await read(id, boris)).votes.mine).toBe(1);
    expect((await requireAnnotation(boris, on)).sources[0]?.votes.mine).toBe(1);
    expect((await requireAnnotation(clara, on)).sources[0]?.votes).toEqual({
      useful: 1,
      notUseful: 0,
      mine: 0,
    });
  });

  test('twelve at the same moment are all counted', async () => {
    const id = await lay(site.put({}));
    const people = await Promise.all(Array.from({ length: 12 }, () => person()));
    await Promise.all(people.map((one, at) => vote(id, at % 3 === 0 ? -1 : 1, one)));
    expect((await read(id)).votes).toMatchObject({ useful: 8, notUseful: 4 });
    expect(await db().vote.count({ where: { sourceId: id } })).toBe(12);
  });

  test('says no more of a claim that was withdrawn, and goes with its source', async () => {
    const by = await person();
    const { id: on } = await claim({ by });
    const id = await lay(site.put({}), { on });
    await vote(id, 1, boris);
    await db().annotation.update({
      where: { id: on },
      data: { state: 'withdrawn', withdrawnAt: new Date() },
    });
    expect((await vote(id, -1, boris)).status).toBe(403);
    await db().source.delete({ where: { id } });
    expect(await db().vote.count({ where: { sourceId: id } })).toBe(0);
  });
});

describe('an address of an archive', () => {
  test('means the page that was copied, and is kept beside it', async () => {
    const path = site.put({ body: COUNT });
    const url = `${site.origin}${path}`;
    const archiveUrl = `https://web.archive.org/web/20200131120000/${url}`;
    const id = await lay(path, { url: archiveUrl, quote: QUOTE });
    expect(await read(id)).toMatchObject({ url, archiveUrl });
    await look(id);
    expect((await read(id)).state).toBe('verified');
    const again = await give({ on: (await rowOf(id)).annotationId, url });
    expect(again.body.code).toBe('source-exists');
  });

  test('may be given with a source or later, of this page only, and taken back', async () => {
    const url = 'https://example.org/a-page';
    const archiveUrl = 'https://archive.ph/aB3dE';
    const { body } = await give({ url, archiveUrl });
    expect(body.archiveUrl).toBe(archiveUrl);
    const longer = `https://archive.ph/20200131120000/${url}`;
    expect((await patch(body.id, { archiveUrl: longer })).body.archiveUrl).toBe(longer);
    expect((await patch(body.id, { archiveUrl: null })).body.archiveUrl).toBeNull();
    const other = await patch(body.id, {
      archiveUrl: 'https://archive.ph/20200131120000/https://other.org/',
    });
    expect([other.status, other.body.fields.archiveUrl]).toEqual([422, 'is a copy of another page']);
    const none = await give({ url, archiveUrl: 'https://example.com/copy' });
    expect([none.status, Object.keys(none.body.fields)]).toEqual([422, ['archiveUrl']]);
  });
});
