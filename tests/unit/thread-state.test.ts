import { expect, test } from 'vitest';
import {
  type Branch,
  branchesOf,
  openThread,
  type ThreadState,
  withBranch,
  withChanged,
  without,
  withPage,
  withPosted,
  withReplies,
} from '#components/comment/thread-state.ts';
import type { CommentView, Sort, ThreadPage } from '#lib/comment/schema.ts';

const comment = (id: string, parentId: string | null, replyCount = 0, score = 0) =>
  ({
    id,
    parentId,
    replyCount,
    state: 'visible',
    votes: { up: score, down: 0, score, mine: 0 },
  }) as CommentView;

const page = (items: CommentView[], nextCursor: string | null = null): ThreadPage => ({
  items,
  nextCursor,
  prevCursor: null,
  total: 99,
});

const open = (
  items: CommentView[],
  given: { sort?: Sort; next?: string; repliesTo?: string; prev?: string } = {},
) =>
  openThread({
    ...page(items, given.next ?? null),
    prevCursor: given.prev ?? null,
    sort: given.sort ?? 'oldest',
    repliesTo: given.repliesTo ?? null,
    current: null,
    missing: false,
    guests: false,
  });

/** `a(b c +2)` for a comment with two replies that are there and two that are not; what lies beyond stands after `…`. */
function drawn(state: ThreadState): string {
  const draw = (branches: Branch[]): string =>
    branches
      .map(({ comment: { id }, replies, more, together }) => {
        const gap = more > 0 ? `+${more}` : '';
        const below = [draw(replies.slice(0, together)), gap, draw(replies.slice(together))];
        return below.some(Boolean) ? `${id}(${below.filter(Boolean).join(' ')})` : id;
      })
      .join(' ');
  const { heads, beyond } = branchesOf(state);
  return beyond.length > 0 ? `${draw(heads)} … ${draw(beyond)}` : draw(heads);
}

const replies = (...ids: string[]) => ids.map((id) => comment(id, 'a'));

test('comments grow into branches, in the order in which they come', () => {
  const said = [comment('a', null, 2), comment('b', 'a', 1), comment('c', 'b'), comment('d', 'a')];
  expect(drawn(open([...said, comment('e', null)]))).toBe('a(b(c) d) e');
  expect(branchesOf(open(said)).heads[0]?.replies[0]?.parent?.id).toBe('a');
  expect(drawn(open([comment('b', 'gone'), comment('c', 'b')]))).toBe('b(c)');
});

test('what is not there is counted where it follows, and a comment that was asked for stands behind it', () => {
  expect(drawn(open([comment('a', null, 15), ...replies('b', 'c', 'd')]))).toBe('a(b c d +12)');
  expect(drawn(open([comment('a', null, 4)]))).toBe('a(+4)');
  const far = [comment('a', null, 2000), ...replies('b', 'c', 'd', 'z')];
  expect(drawn(open(far))).toBe('a(b c d +1996 z)');
  expect(drawn(open(far, { repliesTo: 'a', next: 'on' }))).toBe('a(b c d z +1996)');
});

test('further replies close the gap, and come once', () => {
  const start = open([comment('a', null, 6), ...replies('b', 'c', 'd', 'f')]);
  expect(drawn(start)).toBe('a(b c d +2 f)');
  const some = withReplies(start, 'a', page(replies('b', 'c', 'd', 'e'), 'on'), 'next');
  expect(drawn(some)).toBe('a(b c d e +1 f)');
  expect(some.replyCursors.get('a')).toEqual({ next: 'on', prev: null });
  const all = withReplies(some, 'a', page(replies('f', 'g')), 'next');
  expect(drawn(all)).toBe('a(b c d e f g)');
});

test('a reply that was taken away since it was counted leaves no gap that cannot be closed', () => {
  const start = open([comment('a', null, 5), ...replies('b', 'c', 'd')]);
  expect(drawn(withReplies(start, 'a', page(replies('b', 'c', 'd', 'e')), 'next'))).toBe('a(b c d e)');
});

test('further pages stand on the side on which they were asked for', () => {
  const start = open([comment('c', null), comment('d', null)], { next: 'on', prev: 'back' });
  const more = withPage(start, page([comment('e', null, 1), comment('f', 'e')]), 'next');
  expect(drawn(more)).toBe('c d e(f)');
  expect(more.cursors).toEqual({ next: null, prev: 'back' });
  expect(drawn(withPage(more, page([comment('a', null), comment('b', null)]), 'prev'))).toBe('a b c d e(f)');
});

test('a reply of one’s own stands behind what is not shown yet', () => {
  const start = open([comment('a', null, 5), ...replies('b', 'c', 'd')]);
  expect(drawn(withPosted(start, comment('x', 'a')))).toBe('a(b c d +2 x)');
  expect(drawn(withPosted(open([comment('a', null)]), comment('x', 'a')))).toBe('a(x)');
});

test.each([
  ['oldest', 'a b x'],
  ['newest', 'x a b'],
  ['most-voted', 'a x b'],
  ['best', 'a x b'],
] as const)('a comment of one’s own stands where %s puts it', (sort, order) => {
  const start = open([comment('a', null, 0, 3), comment('b', null)], { sort });
  const after = withPosted(start, comment('x', null));
  expect(drawn(after)).toBe(order);
  expect(after.total).toBe(100);
});

test('where its place was not read yet, it stands beyond, and finds it when that comes', () => {
  const start = open([comment('a', null)], { next: 'on' });
  const posted = withPosted(start, comment('x', null));
  expect(drawn(posted)).toBe('a … x');
  expect(drawn(withPage(posted, page([comment('b', null)], 'on'), 'next'))).toBe('a b … x');
  expect(drawn(withPage(posted, page([comment('b', null), comment('x', null)]), 'next'))).toBe('a b x');
  expect(drawn(withPage(posted, page([comment('b', null)]), 'next'))).toBe('a b x');
});

test('what somebody else said comes with what is above it, and counts are those of the server', () => {
  const start = open([comment('a', null, 4), ...replies('b', 'c', 'd')]);
  const told = { ...comment('z', 'y'), ancestors: [comment('a', null, 5), comment('y', 'a', 1)] };
  expect(drawn(withBranch(start, told))).toBe('a(b c d +1 y(z))');
  const elsewhere = { ...comment('n', 'm'), ancestors: [comment('m', null, 1)] };
  expect(drawn(withBranch(start, elsewhere))).toBe('a(b c d +1) m(n)');
});

test('what goes takes its branch with it, and is not counted any more', () => {
  const start = open([comment('a', null, 2), comment('b', 'a', 1), comment('c', 'b'), comment('d', 'a')]);
  const after = without(start, 'b');
  expect(drawn(after)).toBe('a(d)');
  expect(after.total).toBe(97);
  expect(drawn(without(after, 'a'))).toBe('');
});

test('what is hidden is not counted, and what comes back is', () => {
  const start = open([comment('a', null)]);
  const hidden = withChanged(start, { ...comment('a', null), state: 'hidden' });
  expect(hidden.total).toBe(98);
  expect(withChanged(hidden, comment('a', null)).total).toBe(99);
  expect(withChanged(start, comment('other', null))).toBe(start);
});
