import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ArticleView } from '#lib/article/schema.ts';
import { db } from '#lib/db/client.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import { getArticlePage } from '#lib/flows/article-page.ts';
import { getClaimPage } from '#lib/flows/claim-page.ts';
import { giveSource } from '#lib/flows/evidence.ts';
import { giveVerdict } from '#lib/flows/judge.ts';
import { listPersonAnnotations, listPersonAssessments, listPersonSources } from '#lib/flows/person-page.ts';
import {
  editAnnotationOperation,
  getAnnotationOperation,
  listAnnotationsOperation,
  removeAnnotationOperation,
} from '#lib/http/contract/annotations.ts';
import { getArticleOperation, listArticlesOperation } from '#lib/http/contract/articles.ts';
import {
  commentOnAnnotationOperation,
  deleteCommentOperation,
  editCommentOperation,
  getCommentOperation,
  listAnnotationCommentsOperation,
  voteOnCommentOperation,
} from '#lib/http/contract/comments.ts';
import {
  addSourceOperation,
  getSourceOperation,
  giveVerdictOperation,
  listAssessmentsOperation,
} from '#lib/http/contract/evidence.ts';
import { getUserOperation } from '#lib/http/contract/users.ts';
import type { Operation } from '#lib/http/operation.ts';
import { article, claim } from '#tests/factories/articles.ts';
import { comment } from '#tests/factories/comments.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { call } from '#tests/setup/api.ts';
import { about, decided, sendReport } from '#tests/setup/moderating.ts';

let author: TestPerson;
let checker: TestPerson;
let reader: TestPerson;
let moderator: TestPerson;
beforeAll(async () => {
  author = await person({ name: 'Ada' });
  checker = await person({ role: 'checker' });
  reader = await person();
  moderator = await person({ role: 'moderator' });
});

let on: ArticleView;
let mark: AnnotationDetail;
let commentId: string;
let sourceId: string;
/** A claim with all that can hang on it, taken away. */
async function takeAway(action: 'hide' | 'remove') {
  on = await article();
  mark = await claim({ by: author, on });
  const source = { url: 'https://example.org/ice', stance: 'refutes', quote: '', note: '' } as const;
  sourceId = (await giveSource(checker, mark.id, source)).id;
  await giveVerdict(checker, mark.id, { verdict: 'false', rationale: undefined, sourceIds: [sourceId] });
  commentId = (await comment({ on: { annotation: mark.id }, by: checker, text: 'There were thirty.' })).id;
  await decided(moderator, action, about(mark.id, 'annotation'));
}

const statusFor = async (as: TestPerson | null, operation: Operation, id: string, body?: unknown) =>
  (await call(operation, { as, params: { id }, body })).status;

/** Everything that could still show a word of it, or of what hangs on it. */
const READS = (): [Operation, string][] => [
  [getAnnotationOperation, mark.id],
  [listAssessmentsOperation, mark.id],
  [listAnnotationCommentsOperation, mark.id],
  [getSourceOperation, sourceId],
  [getCommentOperation, commentId],
];

describe.each([
  ['hide', { guest: 404, reader: 404, author: 200, moderator: 200 }],
  ['remove', { guest: 404, reader: 404, author: 200, moderator: 404 }],
] as const)('an annotation after %s', (action, expected) => {
  beforeEach(() => takeAway(action));

  test('is read, with what hangs on it, by nobody but those who may', async () => {
    const who = { guest: null, reader, author, moderator };
    for (const [name, status] of Object.entries(expected)) {
      for (const [operation, id] of READS())
        expect([name, operation.id, await statusFor(who[name as keyof typeof who], operation, id)]).toEqual([
          name,
          operation.id,
          status,
        ]);
    }
  });

  test('is gone from the article, its lists and its counts, for its author too', async () => {
    const page = await getArticlePage(on.slug);
    expect([page?.annotations, page?.orphaned, page?.withdrawn]).toEqual([[], [], []]);
    const list = await call(listAnnotationsOperation, { as: author, params: { id: on.id } });
    expect(list.body.items).toEqual([]);
    const { body } = await call(getArticleOperation, { params: { id: on.id } });
    expect([body.fare, body.people]).toEqual([{ claims: 0, remarks: 0, shown: {} }, 0]);
    const front = await call(listArticlesOperation);
    expect(front.body.items.find(({ id }: { id: string }) => id === on.id).fare.claims).toBe(0);
    expect(JSON.stringify([page, list.body, front.body])).not.toContain(
      'Forty ships lay in the ice of Lindow in 1709',
    );
  });

  test('is gone from the pages of people', async () => {
    const fresh = await person();
    await db().annotation.update({ where: { id: mark.id }, data: { authorId: fresh.id } });
    expect((await listPersonAnnotations(fresh.id, { limit: 10 })).items).toEqual([]);
    const of = async (list: typeof listPersonSources | typeof listPersonAssessments) =>
      (await list(checker.id, { limit: 100 })).items.filter(({ id }) => id === mark.id);
    expect([await of(listPersonSources), await of(listPersonAssessments)]).toEqual([[], []]);
    const { body } = await call(getUserOperation, { params: { handle: fresh.handle } });
    expect(body.counts).toEqual({ annotations: 0, assessments: 0, sources: 0 });
  });

  test('has its page for those who may read it, labelled', async () => {
    const state = async (viewer: TestPerson | null) =>
      (await getClaimPage(viewer, mark.id))?.annotation.state ?? null;
    expect(await state(null)).toBeNull();
    expect(await state(reader)).toBeNull();
    expect(await state(author)).toBe(action === 'hide' ? 'hidden' : 'removed');
    expect(await state(moderator)).toBe(action === 'hide' ? 'hidden' : null);
  });

  test('takes nothing any more, and says as little as it can', async () => {
    const { version } = await db().annotation.findUniqueOrThrow({ where: { id: mark.id } });
    const writes: [Operation, string, unknown][] = [
      [editAnnotationOperation, mark.id, { statement: 'Other.', version }],
      [editAnnotationOperation, mark.id, { statement: 'Other.', version: version - 1 }],
      [removeAnnotationOperation, mark.id, undefined],
      [commentOnAnnotationOperation, mark.id, { text: 'But.' }],
      [addSourceOperation, mark.id, { url: 'https://example.org/other', stance: 'supports' }],
      [giveVerdictOperation, mark.id, { verdict: 'true', rationale: null, sourceIds: [] }],
      [voteOnCommentOperation, commentId, { value: 1 }],
    ];
    for (const [operation, id, body] of writes) {
      const stranger = await call(operation, { as: reader, params: { id }, body });
      expect([operation.id, stranger.status]).toEqual([operation.id, 404]);
      expect(JSON.stringify(stranger.body)).not.toContain('Lindow');
      // A stale version says how it stands to whoever can read it anyway.
      const own = await call(operation, { as: author, params: { id }, body });
      expect([operation.id, [403, 404, 409]]).toEqual([operation.id, expect.arrayContaining([own.status])]);
    }
    const edited = { text: 'Changed.', version: 1 };
    expect(await statusFor(checker, editCommentOperation, commentId, edited)).toBe(404);
    expect((await sendReport(reader, about(mark.id, 'annotation'))).status).toBe(404);
    expect((await sendReport(reader, about(commentId))).status).toBe(404);
    // One's own words can always be taken away.
    expect(await statusFor(checker, deleteCommentOperation, commentId)).toBe(204);
  });

  test('comes back with all that hung on it', async () => {
    await decided(moderator, 'restore', about(mark.id, 'annotation'));
    for (const [operation, id] of READS()) expect(await statusFor(null, operation, id)).toBe(200);
    const { body } = await call(getArticleOperation, { params: { id: on.id } });
    expect(body.fare.claims).toBe(1);
    const page = await getArticlePage(on.slug);
    expect(page?.annotations.map(({ id, counts }) => [id, counts.comments])).toEqual([[mark.id, 1]]);
  });
});

describe.each([
  ['hide', { guest: 404, reader: 404, author: 200, moderator: 200 }],
  ['reject', { guest: 404, reader: 404, author: 200, moderator: 404 }],
  ['remove', { guest: 404, reader: 404, author: 200, moderator: 404 }],
] as const)('a comment after %s', (action, expected) => {
  test('is read by nobody but those who may, and its author sees what became of it', async () => {
    const words = 'Words that were taken away.';
    const { id } = await comment({
      by: author,
      state: action === 'reject' ? 'pending' : 'visible',
      text: words,
    });
    await decided(moderator, action, about(id));
    const who = { guest: null, reader, author, moderator };
    for (const [name, status] of Object.entries(expected)) {
      const answer = await call(getCommentOperation, { as: who[name as keyof typeof who], params: { id } });
      expect([name, answer.status]).toEqual([name, status]);
      if (status === 200) expect(answer.body.text).toBe(words);
    }
    const own = await call(getCommentOperation, { as: author, params: { id } });
    expect(own.body.state).toBe({ hide: 'hidden', reject: 'rejected', remove: 'removed' }[action]);
    expect(
      await statusFor(author, editCommentOperation, id, { text: 'New.', version: own.body.version }),
    ).toBe(403);
  });
});
