import { beforeAll, expect, test } from 'vitest';
import { say, withdrawComment } from '#lib/flows/discuss.ts';
import { readThreadView } from '#lib/flows/thread-page.ts';
import { article } from '#tests/factories/articles.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';

let anna: TestPerson;
beforeAll(async () => {
  anna = await person();
});

const put = async (articleId: string, text: string, parentId?: string) =>
  (await say(anna, { article: articleId }, { text, parentId })).id;
const words = ({ items }: { items: { text: string }[] }) => items.map(({ text }) => text);

async function many(articleId: string, n: number, parentId?: string): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 1; i <= n; i += 1)
    ids.push(await put(articleId, `${parentId ? 'reply' : 'head'} ${i}`, parentId));
  return ids;
}

test('a page has twenty branches, and its cursors lead on and back', async () => {
  const { id } = await article();
  await many(id, 23);
  const first = await readThreadView(null, id, {});
  expect(first).toMatchObject({ sort: 'oldest', total: 23, prevCursor: null, current: null, missing: false });
  expect(words(first)).toEqual(Array.from({ length: 20 }, (_, n) => `head ${n + 1}`));
  const second = await readThreadView(null, id, { cursor: first.nextCursor ?? '' });
  expect(words(second)).toEqual(['head 21', 'head 22', 'head 23']);
  expect(words(await readThreadView(null, id, { cursor: second.prevCursor ?? '' }))).toEqual(words(first));
});

test('a comment that is asked for comes with all that is above it, wherever it was folded', async () => {
  const { id } = await article();
  const heads = await many(id, 2);
  const replies = await many(id, 6, heads[1]);
  const deep = await put(id, 'deep', replies[5]);
  const view = await readThreadView(null, id, { comment: deep });
  expect(view.current).toBe(deep);
  expect(words(view)).toEqual(['head 2', 'reply 1', 'reply 2', 'reply 3', 'reply 6', 'deep']);
  expect(view.prevCursor).not.toBeNull();
});

test('the replies to one comment come in pages, below all that is above it', async () => {
  const { id } = await article();
  const head = await put(id, 'head');
  const middle = await put(id, 'middle', head);
  await many(id, 25, middle);
  const first = await readThreadView(null, id, { replies: middle });
  expect(words(first).slice(0, 3)).toEqual(['head', 'middle', 'reply 1']);
  expect(first).toMatchObject({ repliesTo: middle, prevCursor: null, items: { length: 22 } });
  const second = await readThreadView(null, id, { replies: middle, cursor: first.nextCursor ?? '' });
  expect(words(second)).toEqual(['head', 'middle', ...[21, 22, 23, 24, 25].map((n) => `reply ${n}`)]);
  expect(second.nextCursor).toBeNull();
});

test('a link that leads nowhere any more leads to the discussion', async () => {
  const { id } = await article();
  const [gone = ''] = await many(id, 2);
  await withdrawComment(anna, gone);
  const elsewhere = await put((await article()).id, 'elsewhere');
  for (const address of [
    { comment: gone },
    { replies: gone },
    { comment: elsewhere },
    { replies: elsewhere },
  ]) {
    const view = await readThreadView(null, id, address);
    expect(view).toMatchObject({ missing: true, current: null, repliesTo: null });
    expect(words(view)).toEqual(['head 2']);
  }
  const nonsense = { comment: 'x', replies: ['y', 'z'], cursor: 'nonsense', sort: 'loudest' };
  expect(await readThreadView(null, id, nonsense)).toMatchObject({ missing: false, sort: 'oldest' });
});
