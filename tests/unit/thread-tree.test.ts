import { expect, test } from 'vitest';
import { permalink, signInHref, threadHref } from '#components/comment/addresses.ts';
import { type Branch, grow } from '#components/comment/tree.ts';
import type { CommentView } from '#lib/comment/schema.ts';

const comment = (id: string, parentId: string | null, replyCount = 0) =>
  ({ id, parentId, replyCount }) as CommentView;

/** `a(b c)+2` for a comment with two replies that are there and two that are not. */
const drawn = (branches: Branch[]): string =>
  branches
    .map(({ comment: { id }, replies, more, together }) => {
      const shown = drawn(replies.slice(0, together));
      const beyond = drawn(replies.slice(together));
      const below = [shown, more > 0 ? `+${more}` : '', beyond].filter(Boolean).join(' ');
      return below ? `${id}(${below})` : id;
    })
    .join(' ');

test('comments grow into branches, in the order in which they come', () => {
  const said = [comment('a', null, 2), comment('b', 'a', 1), comment('c', 'b'), comment('d', 'a')];
  expect(drawn(grow([...said, comment('e', null)], 3))).toBe('a(b(c) d) e');
  expect(grow(said, 3)[0]?.replies[0]?.parent?.id).toBe('a');
});

test('what is not there is counted where it follows', () => {
  const replies = ['b', 'c', 'd'].map((id) => comment(id, 'a'));
  expect(drawn(grow([comment('a', null, 15), ...replies], 3))).toBe('a(b c d +12)');
  expect(drawn(grow([comment('a', null, 4)], 3))).toBe('a(+4)');
});

test('a comment that was asked for stands behind the gap', () => {
  const replies = ['b', 'c', 'd', 'z'].map((id) => comment(id, 'a'));
  const said = [comment('a', null, 2000), ...replies];
  expect(drawn(grow(said, 3))).toBe('a(b c d +1996 z)');
  expect(drawn(grow(said, 3, 'a'))).toBe('a(b c d z +1996)');
});

test('an answer to a comment that is not there heads a branch', () => {
  expect(drawn(grow([comment('b', 'gone'), comment('c', 'b')], 3))).toBe('b(c)');
});

test('addresses lead to the place that they ask for, and leave out what goes without saying', () => {
  const path = '/articles/ring-road';
  expect(threadHref(path)).toBe(`${path}#discussion`);
  expect(threadHref(path, { sort: 'oldest' })).toBe(`${path}#discussion`);
  expect(threadHref(path, { sort: 'best', cursor: 'x=/' })).toBe(
    `${path}?sort=best&cursor=x%3D%2F#discussion`,
  );
  expect(threadHref(path, { comment: 'c1' })).toBe(`${path}?comment=c1#comment-c1`);
  expect(threadHref(path, { replies: 'c1', cursor: null })).toBe(`${path}?replies=c1#comment-c1`);
  expect(permalink('c1')).toBe('/comments/c1');
  expect(signInHref('c1')).toBe('/sign-in?next=/comments/c1');
});
