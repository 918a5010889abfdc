import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import {
  annotateOperation,
  editAnnotationOperation,
  getAnnotationOperation,
  removeAnnotationOperation,
} from '#lib/http/contract/annotations.ts';
import { addSourceOperation, giveVerdictOperation } from '#lib/http/contract/evidence.ts';
import {
  leaveFamilyOperation,
  linkFamilyOperation,
  readFamilyOperation,
  reuseSourceOperation,
} from '#lib/http/contract/families.ts';
import { article, claim } from '#tests/factories/articles.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { call } from '#tests/setup/api.ts';
import { about, decided } from '#tests/setup/moderating.ts';
import { whileOpen } from '#tests/setup/overlap.ts';

let anna: TestPerson;
let boris: TestPerson;
let mona: TestPerson;
beforeAll(async () => {
  anna = await person({ name: 'Anna' });
  boris = await person({ name: 'Boris' });
  mona = await person({ name: 'Mona', role: 'moderator' });
});

const link = (id: string, other: string, as: TestPerson | null = boris) =>
  call(linkFamilyOperation, { as, params: { id }, body: { annotationId: other } });
const leave = (id: string, as = boris) => call(leaveFamilyOperation, { as, params: { id } });
const read = async (id: string, as: TestPerson | null = null) =>
  (await call(getAnnotationOperation, { as, params: { id } })).body;
const family = async (id: string): Promise<string[]> =>
  (await call(readFamilyOperation, { params: { id } })).body.items.map((one: { id: string }) => one.id);
const made = async (by = anna) => (await claim({ by })).id;
const claims = (n: number) => Promise.all(Array.from({ length: n }, () => made()));
const lay = async (id: string, url: string, as = anna) =>
  (
    await call(addSourceOperation, {
      as,
      params: { id },
      body: { url, stance: 'refutes', quote: 'thirty-one' },
    })
  ).body.id as string;

/** Two people give a verdict with a source: the claim shows it. */
async function show(id: string, verdict: string) {
  for (const as of [anna, boris]) {
    const sourceId = await lay(id, `https://example.org/${id}/${as.handle}`, as);
    const body = { verdict, sourceIds: [sourceId] };
    expect((await call(giveVerdictOperation, { as, params: { id }, body })).status).toBe(201);
  }
}

const eventsSince = async (before: bigint) =>
  (await db().event.findMany({ where: { id: { gt: before } }, orderBy: { id: 'asc' } })).map(
    ({ kind, subjectId, articleId, data }) => ({ kind, subjectId, articleId, data }),
  );
const lastEvent = async () => (await db().event.findFirst({ orderBy: { id: 'desc' } }))?.id ?? 0n;

describe('linking', () => {
  test('makes a family of two claims, tells it beside each, and in an event for each', async () => {
    const [one = '', other = ''] = await claims(2);
    const before = await lastEvent();
    const { status, body } = await link(one, other);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      contradictory: false,
      items: [{ id: other, shown: 'open', contradicts: false, linkedBy: { handle: boris.handle } }],
    });
    expect(await family(other)).toEqual([one]);
    for (const id of [one, other])
      expect((await read(id)).family).toMatchObject({ others: 1, shown: { open: 1 }, contradictory: false });
    const { articleId } = await read(one);
    const told = await eventsSince(before);
    expect(told.map(({ kind, subjectId, data }) => [kind, subjectId, data])).toEqual([
      ['annotation.linked', one, { with: other }],
      ['annotation.linked', other, { with: one }],
    ]);
    expect(told[0]?.articleId).toBe(articleId);
    // Said again it is not news.
    const again = await lastEvent();
    expect((await link(other, one, anna)).status).toBe(200);
    expect(await lastEvent()).toBe(again);
  });

  test('two families become one, and all their claims are told', async () => {
    const [a = '', b = '', c = '', d = ''] = await claims(4);
    await link(a, b);
    await link(c, d);
    const before = await lastEvent();
    await link(b, c);
    for (const id of [a, b, c, d]) expect([id, ...(await family(id))].sort()).toEqual([a, b, c, d].sort());
    const told = await eventsSince(before);
    expect(told.map(({ kind, subjectId }) => `${kind} ${subjectId}`).sort()).toEqual(
      [
        `annotation.linked ${b}`,
        `annotation.linked ${c}`,
        `annotation.regrouped ${a}`,
        `annotation.regrouped ${d}`,
      ].sort(),
    );
    expect(await db().family.count({ where: { members: { none: {} } } })).toBe(0);
  });

  test('comes with a new claim, or the claim does not come', async () => {
    const known = await made();
    const { id } = await article();
    const body = { kind: 'claim', target: { exact: 'Forty ships lay in the ice' } };
    const { body: fresh } = await call(annotateOperation, {
      as: boris,
      params: { id },
      body: { ...body, sameAs: [known] },
    });
    expect(fresh.family).toMatchObject({ others: 1 });
    expect(await family(known)).toEqual([fresh.id]);
    const gone = '01234567-0123-7123-8123-0123456789ab';
    const refused = await call(annotateOperation, {
      as: boris,
      params: { id },
      body: { ...body, sameAs: [known, gone] },
    });
    expect(refused.status).toBe(404);
    expect(await db().annotation.count({ where: { articleId: id } })).toBe(1);
    const remark = { kind: 'remark', target: body.target, comment: 'So?', sameAs: [known] };
    expect((await call(annotateOperation, { as: boris, params: { id }, body: remark })).status).toBe(422);
  });

  test('is refused for what does not stand, for remarks, for the claim itself, and in a locked article', async () => {
    const id = await made();
    expect((await link(id, id)).status).toBe(422);
    expect((await link(id, '01234567-0123-7123-8123-0123456789ab')).status).toBe(404);
    const on = await article();
    const remark = await call(annotateOperation, {
      as: anna,
      params: { id: on.id },
      body: { kind: 'remark', target: { exact: 'Forty ships' }, comment: 'So many?' },
    });
    expect((await link(id, remark.body.id)).status).toBe(422);

    const withdrawn = await made();
    await lay(withdrawn, 'https://example.org/withdrawn', boris);
    await call(removeAnnotationOperation, { as: anna, params: { id: withdrawn } });
    expect((await link(id, withdrawn)).status).toBe(403);
    const hidden = await made();
    await decided(mona, 'hide', about(hidden, 'annotation'));
    expect((await link(id, hidden)).status).toBe(404);

    const locked = await claim({ by: anna, on });
    await db().article.update({ where: { id: on.id }, data: { state: 'locked' } });
    expect((await link(id, locked.id)).body.code).toBe('article-locked');
    expect((await link(locked.id, id)).body.code).toBe('article-locked');
    expect((await link(id, await made(), null)).status).toBe(401);
    expect(await family(id)).toEqual([]);
  });

  test('a family has its bound', async () => {
    const { id: familyId } = await db().family.create({ data: {} });
    const on = await article();
    const { authorId } = await db().annotation.findUniqueOrThrow({ where: { id: await made() } });
    await db().$executeRaw`
      WITH made AS (INSERT INTO "Annotation" ("id", "articleId", "authorId", "kind", "statement", "exact", "prefix", "suffix",
          "revisionNumber", "shown")
        SELECT gen_random_uuid(), ${on.id}::uuid, ${authorId}::uuid, 'claim', 'Said ' || n, 'Forty', '', '', 1, 'open'
        FROM generate_series(1, 50) AS n RETURNING "id")
      INSERT INTO "FamilyMember" ("annotationId", "familyId") SELECT "id", ${familyId}::uuid FROM made`;
    const member = await db().familyMember.findFirstOrThrow({ where: { familyId } });
    expect((await link(await made(), member.annotationId)).body.code).toBe('family-full');
  });

  test('of two that link at once both count, into one family', async () => {
    const [a = '', b = '', c = ''] = await claims(3);
    await link(a, b);
    const later = await whileOpen(
      () => link(b, c),
      () => link(a, c, anna),
    );
    expect(later.status).toBe(200);
    expect(await db().familyMember.count({ where: { annotationId: c } })).toBe(1);
    expect((await family(a)).sort()).toEqual([b, c].sort());
  });
});

describe('leaving a family', () => {
  test('is for its author, moderators, and whoever linked it; one claim alone is none', async () => {
    const cleo = await person();
    const [a = '', b = '', c = '', d = ''] = await claims(4);
    for (const other of [b, c, d]) await link(a, other);
    expect((await leave(b, cleo)).status).toBe(403);
    expect((await leave(b, boris)).status).toBe(204);
    expect((await leave(b, boris)).status).toBe(404);
    expect((await leave(c, mona)).status).toBe(204);
    const before = await lastEvent();
    expect((await leave(d, anna)).status).toBe(204);
    expect((await eventsSince(before)).map(({ kind, subjectId }) => [kind, subjectId])).toEqual([
      ['annotation.regrouped', a],
      ['annotation.unlinked', d],
    ]);
    expect((await read(a)).family).toBeNull();
    expect(await db().familyMember.count({ where: { annotationId: { in: [a, b, c, d] } } })).toBe(0);
  });
});

describe('what a family shows', () => {
  test('verdicts that contradict are flagged, and every relative is told when one changes', async () => {
    const [a = '', b = ''] = await claims(2);
    await link(a, b);
    await show(a, 'true');
    const before = await lastEvent();
    await show(b, 'false');
    expect((await eventsSince(before)).filter(({ kind }) => kind === 'annotation.regrouped')).toEqual([
      { kind: 'annotation.regrouped', subjectId: a, articleId: (await read(a)).articleId, data: {} },
    ]);
    expect((await read(a)).family).toMatchObject({ shown: { false: 1 }, contradictory: true });
    // Whoever could judge it and has not is led by neither.
    expect((await read(a, mona)).family).toMatchObject({ others: 1, shown: {}, contradictory: false });
    const folded = await call(readFamilyOperation, { as: mona, params: { id: a } });
    expect(folded.body).toMatchObject({ folded: true, contradictory: false, items: [{ shown: null }] });
    expect((await read(a, anna)).family.shown).toEqual({ false: 1 });
    const { body } = await call(readFamilyOperation, { params: { id: a } });
    expect(body).toMatchObject({ contradictory: true, items: [{ id: b, contradicts: true }] });
  });

  test('a new statement, a withdrawal and what a moderator does are told to relatives, who lose it', async () => {
    const [a = '', b = '', c = ''] = await claims(3);
    await link(a, b);
    await link(a, c);
    await lay(b, 'https://example.org/others', boris);
    const told = async (work: () => Promise<unknown>) => {
      const before = await lastEvent();
      await work();
      const events = await eventsSince(before);
      return events.filter(({ kind }) => kind === 'annotation.regrouped').map(({ subjectId }) => subjectId);
    };
    const { version } = await read(b);
    const reworded = { statement: 'Thirty-one ships lay in the ice.', version };
    expect(
      (
        await told(() => call(editAnnotationOperation, { as: anna, params: { id: b }, body: reworded }))
      ).sort(),
    ).toEqual([a, c].sort());
    expect(
      (await told(() => call(removeAnnotationOperation, { as: anna, params: { id: b } }))).sort(),
    ).toEqual([a, c].sort());
    expect(await family(a)).toEqual([c]);
    expect((await read(b)).family).toBeNull();
    expect(await told(() => decided(mona, 'hide', about(c, 'annotation')))).toContain(a);
    expect(await family(a)).toEqual([]);
    expect((await read(a)).family).toBeNull();
    await decided(mona, 'restore', about(c, 'annotation'));
    expect(await family(a)).toEqual([c]);
  });
});

describe('evidence of a relative', () => {
  const reuse = (id: string, sourceId: string, as = boris) =>
    call(reuseSourceOperation, { as, params: { id }, body: { sourceId } });

  test('is laid beside a claim with its words and its origin, and once', async () => {
    const [a = '', b = '', c = ''] = await claims(3);
    await link(a, b);
    const sourceId = await lay(a, 'https://example.org/ledger');
    const { status, body } = await reuse(b, sourceId);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      annotationId: b,
      addedBy: { handle: boris.handle },
      stance: 'refutes',
      quote: 'thirty-one',
      origin: { annotationId: a, addedBy: { handle: anna.handle } },
    });
    expect((await read(a)).sources[0].origin).toBeNull();
    expect((await reuse(b, sourceId, anna)).body).toMatchObject({ code: 'source-exists', sourceId: body.id });
    // From there it goes on with where it was given first.
    await link(b, c);
    expect((await reuse(c, body.id, mona)).body.origin).toEqual({
      annotationId: a,
      addedBy: { handle: anna.handle, name: 'Anna' },
    });
  });

  test('is for relatives only, and its origin outlives the claim', async () => {
    const [a = '', b = '', stranger = ''] = await claims(3);
    const sourceId = await lay(a, 'https://example.org/book');
    expect((await reuse(b, sourceId)).status).toBe(422);
    await link(a, b);
    expect((await reuse(stranger, sourceId)).status).toBe(422);
    expect((await reuse(b, sourceId)).status).toBe(201);
    await leave(a);
    await decided(mona, 'hide', about(a, 'annotation'));
    expect((await read(b)).sources[0].origin).toMatchObject({ annotationId: null });
    await decided(mona, 'restore', about(a, 'annotation'));
    expect((await read(b)).sources[0].origin).toMatchObject({ annotationId: a });
    expect((await call(removeAnnotationOperation, { as: anna, params: { id: a } })).status).toBe(200);
    expect((await read(b)).sources[0].origin.addedBy).toMatchObject({ handle: anna.handle });
  });
});
