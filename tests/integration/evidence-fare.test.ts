import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { countNews, listNews } from '#lib/evidence/judging/queries.ts';
import { requireAnnotation } from '#lib/flows/annotation-details.ts';
import { cleanUp } from '#lib/flows/clean-up.ts';
import { giveVerdict } from '#lib/flows/judge.ts';
import { lookAtPage } from '#lib/flows/look-at-page.ts';
import {
  addSourceOperation,
  dismissSourceNewsOperation,
  editSourceOperation,
  getSourceOperation,
  openPageOperation,
  readSnapshotTextOperation,
  voteOnSourceOperation,
  withdrawSourceVoteOperation,
} from '#lib/http/contract/evidence.ts';
import { putSetting } from '#lib/settings/mutations.ts';
import { claim } from '#tests/factories/articles.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { call } from '#tests/setup/api.ts';
import { HOSTILE_WORDS, type SourcePages, startSourcePages } from '#tests/setup/source-pages.ts';

const COUNT = 'The harbour master counted thirty-one ships on the second of February, and wrote them down.';
const QUOTE = 'counted thirty-one ships on the second of February';

let site: SourcePages;
let anna: TestPerson;
let boris: TestPerson;
let clara: TestPerson;

beforeAll(async () => {
  site = await startSourcePages();
  [anna, boris, clara] = await Promise.all([person({ name: 'Anna' }), person(), person()]);
});
afterAll(() => site.close());
beforeEach(() => site.pages.clear());

interface Given {
  on?: string;
  as?: TestPerson;
  url?: string;
  [field: string]: unknown;
}

async function give({ on, as = anna, ...fields }: Given) {
  const id = on ?? (await claim()).id;
  return call(addSourceOperation, { as, params: { id }, body: { stance: 'refutes', ...fields } });
}

const lay = async (path: string, fields: Given = {}) =>
  (await give({ url: site.origin + path, ...fields })).body.id as string;
const read = async (id: string, as?: TestPerson) =>
  (await call(getSourceOperation, { ...(as ? { as } : {}), params: { id } })).body;
const rowOf = (id: string) => db().source.findUniqueOrThrow({ where: { id } });
const look = async (id: string) => lookAtPage((await rowOf(id)).pageId);
const checks = (id: string) => db().event.count({ where: { kind: 'source.checked', subjectId: id } });
const patch = async (id: string, fields: object, as = anna) => {
  const { version } = await read(id);
  return call(editSourceOperation, { as, params: { id }, body: { ...fields, version } });
};

describe('a quote', () => {
  test('that the page has in other words is altered: the words that differ and the place are told', async () => {
    const id = await lay(site.put({ body: COUNT }), {
      quote: 'counted forty ships on the second of February',
    });
    await look(id);
    const source = await read(id);
    expect(source).toMatchObject({
      state: 'altered',
      changes: [{ before: 'forty', after: 'thirty-one' }],
      found: QUOTE,
      lostAt: null,
    });
    const text = (await db().snapshot.findUniqueOrThrow({ where: { id: source.snapshot.id } })).text ?? '';
    expect(text.slice(source.place.start, source.place.end)).toBe(QUOTE);
  });

  test('that a page changes under it is altered then, and verified again when the words are back', async () => {
    const path = site.put({ body: COUNT });
    const id = await lay(path, { quote: QUOTE });
    await look(id);
    expect(await read(id)).toMatchObject({ state: 'verified', found: null, lostAt: null });
    site.pages.set(path, { body: COUNT.replace('second', 'third') });
    await look(id);
    const altered = await read(id);
    expect(altered).toMatchObject({
      state: 'altered',
      changes: [{ before: 'second', after: 'third' }],
      found: QUOTE.replace('second', 'third'),
    });
    expect(altered.lostAt).not.toBeNull();
    await look(id);
    expect(await checks(id)).toBe(2);
    expect((await read(id)).lostAt).toBe(altered.lostAt);
    site.pages.set(path, { body: COUNT });
    await look(id);
    expect(await read(id)).toMatchObject({ state: 'verified', changes: [], found: null, lostAt: null });
    expect(await checks(id)).toBe(3);
  });

  test('of a few words is found by what stood around it when they change', async () => {
    const path = site.put({ body: COUNT });
    const id = await lay(path, { quote: 'thirty-one ships' });
    await look(id);
    site.pages.set(path, { body: COUNT.replace('thirty-one', 'thirteen') });
    await look(id);
    expect(await read(id)).toMatchObject({ state: 'altered', found: 'thirteen ships' });
  });

  test('on a hostile page is words and nothing else', async () => {
    const id = await lay(site.put({ plays: 'hostile' }), { quote: HOSTILE_WORDS });
    await look(id);
    expect(await read(id)).toMatchObject({
      state: 'verified',
      title: expect.stringMatching(/ledger|script/),
    });
  });

  test('on a page that comes in its own time is found; on one that is larger than any it is not looked for', async () => {
    const slow = await lay(site.put({ plays: 'slow', body: COUNT }), { quote: QUOTE });
    await look(slow);
    expect((await read(slow)).state).toBe('verified');
    const id = await lay(site.put({ plays: 'huge' }), { quote: QUOTE });
    await look(id);
    expect(await read(id)).toMatchObject({ state: 'unreachable', failure: 'too-large', lostAt: null });
  });
});

describe('a source that stops holding', () => {
  test('is told to who gave it until they have seen it, and not again for the same', async () => {
    const path = site.put({ body: COUNT });
    const id = await lay(path, { quote: QUOTE });
    await look(id);
    expect((await rowOf(id)).newsAt).toBeNull();
    site.pages.delete(path);
    await look(id);
    expect((await read(id)).lostAt).not.toBeNull();
    expect((await rowOf(id)).newsAt).not.toBeNull();
    const refused = await call(dismissSourceNewsOperation, { as: boris, params: { id } });
    expect(refused.status).toBe(403);
    expect((await call(dismissSourceNewsOperation, { as: anna, params: { id } })).status).toBe(204);
    await look(id);
    expect((await rowOf(id)).newsAt).toBeNull();
    // It is back before anybody asked: there is nothing to tell any more, and nothing to judge anew.
    site.pages.set(path, { body: COUNT });
    await look(id);
    expect(await read(id)).toMatchObject({ state: 'verified', lostAt: null });
    expect((await rowOf(id)).newsAt).toBeNull();
  });

  test('was never lost if it never held; its giver is told all the same', async () => {
    const id = await lay(site.put({ body: COUNT }), {
      quote: 'nobody has ever counted the ships of the town',
    });
    await look(id);
    expect(await read(id)).toMatchObject({ state: 'missing', lostAt: null });
    expect((await rowOf(id)).newsAt).not.toBeNull();
  });

  test('holds again by another quote', async () => {
    const path = site.put({ body: COUNT });
    const id = await lay(path, { quote: QUOTE });
    await look(id);
    site.pages.set(path, { body: 'The harbour master wrote them down.' });
    await look(id);
    expect((await read(id)).lostAt).not.toBeNull();
    const { body } = await patch(id, { quote: 'wrote them down' });
    expect(body).toMatchObject({ state: 'verified', lostAt: null });
    expect((await rowOf(id)).newsAt).toBeNull();
  });

  test('stands in the list of who gave it, the newest first, a page at a time', async () => {
    const dora = await person();
    const { id: on } = await claim();
    const given: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      const id = await lay(site.put({ body: COUNT }), {
        on,
        as: dora,
        quote: 'nobody has ever counted the ships',
      });
      await look(id);
      given.unshift(id);
    }
    expect(await countNews(dora.id)).toBe(3);
    const first = await listNews(dora.id, { limit: 2 });
    expect(first.items.map(({ id }) => id)).toEqual(given.slice(0, 2));
    expect(first.items[0]).toMatchObject({ state: 'missing', claim: { id: on } });
    const second = await listNews(dora.id, { limit: 2, cursor: first.nextCursor ?? '' });
    expect(second).toMatchObject({ items: [{ id: given[2] }], nextCursor: null });
    // Of a claim that a moderator took away there is nothing to hear.
    await db().annotation.update({ where: { id: on }, data: { state: 'removed' } });
    expect([await countNews(dora.id), (await listNews(dora.id, { limit: 2 })).items]).toEqual([0, []]);
  });

  test('because its page moved says where to, also when the words went along', async () => {
    const path = site.put({ body: COUNT });
    const id = await lay(path, { quote: QUOTE });
    await look(id);
    expect((await read(id)).movedTo).toBeNull();
    const there = site.put({ body: COUNT });
    site.pages.set(path, { to: `${there}?utm_source=x` });
    await look(id);
    expect(await read(id)).toMatchObject({
      state: 'verified',
      movedTo: `${site.origin}${there}?utm_source=x`,
      lostAt: null,
    });
    expect((await rowOf(id)).newsAt).not.toBeNull();
    expect(await checks(id)).toBe(2);
    await look(id);
    expect(await checks(id)).toBe(2);
    site.pages.set(path, { body: COUNT });
    await look(id);
    expect((await read(id)).movedTo).toBeNull();
  });

  test('takes no longer than what it stood on: an address that led on from the beginning has not moved', async () => {
    const there = site.put({ body: COUNT });
    const id = await lay(site.put({ to: there }), { quote: QUOTE });
    await look(id);
    await look(id);
    expect(await read(id)).toMatchObject({ state: 'verified', movedTo: null });
  });
});

describe('a claim whose verdicts rest on what was lost', () => {
  const verdictOf = async (id: string) => (await requireAnnotation(null, id)).verdict;
  const standingOf = async (id: string) =>
    (await db().annotation.findUniqueOrThrow({ where: { id } })).standing;
  const judge = (as: TestPerson, id: string, sourceIds: string[], version?: number) =>
    giveVerdict(as, id, { verdict: 'false', rationale: undefined, sourceIds, version });

  test('needs a new look until those who judged it have looked', async () => {
    const { id: on } = await claim();
    const path = site.put({ body: COUNT });
    const lost = await lay(path, { on, quote: QUOTE });
    const other = await lay(site.put({ body: COUNT }), { on });
    await look(lost);
    const first = (await judge(boris, on, [lost])).assessment;
    const second = (await judge(clara, on, [lost, other])).assessment;
    expect([(await verdictOf(on))?.state, await standingOf(on)]).toEqual(['assessed', 'assessed']);
    site.pages.set(path, { body: 'Somebody tore the leaf out of the book.' });
    await look(lost);
    expect(await verdictOf(on)).toMatchObject({
      state: 'needs-look',
      reasons: ['evidence-failed'],
      shown: 'false',
    });
    expect(await standingOf(on)).toBe('needs-look');
    // One looked and keeps it, the other lets go of it.
    await judge(boris, on, [lost], first.version);
    expect([(await verdictOf(on))?.state, await standingOf(on)]).toEqual(['needs-look', 'needs-look']);
    await judge(clara, on, [other], second.version);
    expect([(await verdictOf(on))?.state, await standingOf(on)]).toEqual(['assessed', 'assessed']);
  });

  test('holds again with its page, and by another quote', async () => {
    const { id: on } = await claim();
    const path = site.put({ body: COUNT });
    const id = await lay(path, { on, quote: QUOTE });
    await look(id);
    await judge(boris, on, [id]);
    await judge(clara, on, [id]);
    site.pages.set(path, { body: COUNT.replace('second', 'third') });
    await look(id);
    expect(await standingOf(on)).toBe('needs-look');
    site.pages.set(path, { body: COUNT });
    await look(id);
    expect(await standingOf(on)).toBe('assessed');
    site.pages.set(path, { body: COUNT.replace('second', 'third') });
    await look(id);
    expect(await standingOf(on)).toBe('needs-look');
    await patch(id, { quote: 'on the third of February' });
    expect(await standingOf(on)).toBe('assessed');
  });
});

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

describe('the text of a page', () => {
  const open = (path: string, as = anna) =>
    call(openPageOperation, { as, body: { url: site.origin + path } });

  test('is fetched for who is about to quote it; the choice ends up verified where it was made', async () => {
    const path = site.put({ body: `${COUNT} His man also ${QUOTE}.` });
    const { status, body: page } = await open(path);
    expect(status).toBe(200);
    expect(page.snapshot.title).toBe('A ledger');
    const { body: stretch } = await call(readSnapshotTextOperation, {
      as: anna,
      params: { id: page.pageId, snapshotId: page.snapshot.id },
      query: {},
    });
    expect(stretch).toMatchObject({ start: 0, length: page.length, next: null });
    const start = stretch.text.lastIndexOf(QUOTE);
    expect(start).toBeGreaterThan(stretch.text.indexOf(QUOTE));
    const id = await lay(path, { quote: QUOTE, quoteStart: start });
    expect(await read(id)).toMatchObject({
      state: 'verified',
      place: { start, end: start + QUOTE.length },
    });
    expect(site.asked.filter((asked) => asked === path)).toHaveLength(1);
    await look(id);
    expect((await read(id)).place.start).toBe(start);
  });

  test('is the one that was seen in the last day, or the page as it is, or what there was', async () => {
    const path = site.put({ body: COUNT });
    const id = await lay(path);
    await look(id);
    const { pageId, snapshotId } = await rowOf(id);
    const first = { pageId, snapshot: { id: snapshotId } };
    site.pages.set(path, { body: 'The leaf was copied out anew.' });
    expect((await open(path)).body).toMatchObject(first);
    const seenAt = new Date(Date.now() - 2 * 86_400_000);
    await db().snapshot.updateMany({ where: { pageId }, data: { seenAt } });
    site.pages.delete(path);
    expect((await open(path)).body).toMatchObject(first);
    expect((await read(id)).state).toBe('no-quote');
    site.pages.set(path, { body: 'The leaf was copied out anew.' });
    const { body } = await open(path);
    expect(body.pageId).toBe(pageId);
    expect(body.snapshot.id).not.toBe(snapshotId);
    expect((await read(id)).snapshot.id).toBe(body.snapshot.id);
  });

  test('is for people who can give sources, as long as it is kept, a stretch at a time', async () => {
    const long = `${'Some words of a long page. '.repeat(4_000)}${'😀'.repeat(10_000)}`;
    const { body: page } = await open(site.put({ body: long }));
    const stretch = (query: Record<string, string>, as: TestPerson | null = anna) =>
      call(readSnapshotTextOperation, {
        ...(as ? { as } : {}),
        params: { id: page.pageId, snapshotId: page.snapshot.id },
        query,
      });
    let text = '';
    for (let next: number | null = 0; next !== null; ) {
      const { body } = await stretch({ start: String(next) });
      expect(body.text.isWellFormed()).toBe(true);
      text += body.text;
      next = body.next;
    }
    expect(text).toHaveLength(page.length);
    expect((await stretch({ start: String(page.length + 9) })).body).toMatchObject({ text: '', next: null });
    expect((await stretch({ start: '-1' })).status).toBe(422);
    expect((await stretch({}, null)).status).toBe(401);
    await db().snapshot.update({ where: { id: page.snapshot.id }, data: { text: null } });
    const gone = await stretch({});
    expect([gone.status, gone.body.code]).toEqual([410, 'text-gone']);
  });

  test('is for moderators alone where an admin wants it so', async () => {
    const { body: page } = await open(site.put({ body: COUNT }));
    await putSetting(null, 'sources.full-text', 'moderators');
    const read = { params: { id: page.pageId, snapshotId: page.snapshot.id }, query: {} };
    expect((await call(readSnapshotTextOperation, { ...read, as: anna })).status).toBe(403);
    expect((await open(site.put({ body: COUNT }))).status).toBe(403);
    const moderator = await person({ role: 'moderator' });
    expect((await call(readSnapshotTextOperation, { ...read, as: moderator })).status).toBe(200);
    await putSetting(null, 'sources.full-text', 'members');
  });

  test.each([
    [{ status: 404 }, 'http-404'],
    [{ type: 'image/png', body: 'x' }, 'not-html'],
    [{ plays: 'huge' as const }, 'too-large'],
  ])('that cannot be had (%j) says why', async (page, reason) => {
    const { status, body } = await open(site.put(page));
    expect([status, body.code, body.reason]).toEqual([422, 'fetch-failed', reason]);
  });

  test('is forgotten when nothing came to rest on it', async () => {
    const { body: unused } = await open(site.put({ body: COUNT }));
    const used = site.put({ body: COUNT });
    await open(used);
    const { pageId } = await rowOf(await lay(used));
    await cleanUp();
    expect(await db().webPage.count({ where: { id: unused.pageId } })).toBe(1);
    const lookedAt = new Date(Date.now() - 2 * 86_400_000);
    await db().webPage.updateMany({ where: { id: { in: [unused.pageId, pageId] } }, data: { lookedAt } });
    await cleanUp();
    expect(await db().webPage.count({ where: { id: unused.pageId } })).toBe(0);
    expect(await db().webPage.count({ where: { id: pageId } })).toBe(1);
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
