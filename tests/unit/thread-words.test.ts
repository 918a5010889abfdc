import { expect, test } from 'vitest';
import { permalink, signInHref, threadHref } from '#components/comment/addresses.ts';
import { type May, mayOf } from '#components/comment/may.ts';
import { excerpt, passageHref, withQuote } from '#components/comment/quote.ts';
import { revoted } from '#components/comment/use-voting.ts';
import type { ThreadPlace } from '#lib/comment/place.ts';
import type { CommentView } from '#lib/comment/schema.ts';

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
  expect(signInHref('c1', 'vote')).toBe('/sign-in?for=vote&next=%2Fcomments%2Fc1');
  expect(signInHref('c1', 'reply')).toBe('/sign-in?for=reply&next=%2Fcomments%2Fc1%3Fopen%3Dreply');
});

const NOBODY = 'nobody';
const allowed = (who: string, state: CommentView['state'], takes: ThreadPlace['takes'] = 'everything') => {
  const role = ['moderator', 'admin'].includes(who) ? who : 'reader';
  const viewer = who === NOBODY ? null : { handle: who, role };
  const comment = { author: { handle: 'author' }, state } as CommentView;
  const may = mayOf(comment, { place: { takes } as ThreadPlace, viewer });
  const names = (Object.keys(may) as (keyof May)[]).filter((name) => name !== 'decide' && may[name]);
  return [...names, ...may.decide].join(' ');
};

test.each([
  ['somebody', 'visible', 'vote reply report'],
  ['author', 'visible', 'reply edit remove'],
  ['author', 'pending', 'edit remove'],
  ['author', 'hidden', 'remove'],
  ['author', 'deleted', ''],
  ['moderator', 'visible', 'vote reply report hide remove'],
  ['moderator', 'pending', 'approve reject'],
  ['admin', 'hidden', 'restore remove'],
] as const)('%s of a comment that is %s: %s', (who, state, may) => {
  expect(allowed(who, state)).toBe(may);
});

test('what is closed takes votes, what is locked takes nothing', () => {
  expect(allowed('somebody', 'visible', 'votes')).toBe('vote report');
  expect(allowed('somebody', 'visible', 'nothing')).toBe('report');
  expect(allowed('author', 'visible', 'nothing')).toBe('remove');
});

test('a quotation stands at the end with its source, and an empty line below it', () => {
  const quote = { text: 'One.\n\nTwo.', source: 'Ann', href: 'https://obelus.example/comments/c1' };
  const line = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
  const body = { type: 'doc', content: [line('Before'), { type: 'paragraph' }] };
  const quoted = withQuote(body, quote);
  expect(quoted.content?.map(({ type }) => type)).toEqual(['paragraph', 'blockquote', 'paragraph']);
  const source = { type: 'text', text: 'Ann', marks: [{ type: 'link', attrs: { href: quote.href } }] };
  expect(quoted.content?.[1]?.content).toEqual([
    line('One.'),
    line('Two.'),
    { type: 'paragraph', content: [source] },
  ]);
});

test('an excerpt ends with a word and cuts no character', () => {
  expect(excerpt('  short ')).toBe('short');
  expect(excerpt('one two three', 9)).toBe('one two …');
  expect(excerpt('👩‍🚒'.repeat(5), 4).isWellFormed()).toBe(true);
});

test('a passage is named by its words, a long one by its first and last', () => {
  const page = 'https://obelus.example/articles/a';
  expect(passageHref(page, 'well-known words, so')).toBe(`${page}#:~:text=well%2Dknown%20words%2C%20so`);
  const long = Array.from({ length: 20 }, (_, n) => `w${n}`).join(' ');
  expect(passageHref(page, long)).toBe(`${page}#:~:text=w0%20w1%20w2%20w3,w16%20w17%20w18%20w19`);
});

test.each([
  [0, 1, [3, 1, 2]],
  [1, 0, [1, 1, 0]],
  [1, -1, [1, 2, -1]],
  [-1, -1, [2, 1, 1]],
] as const)('votes as they would be: from %i to %i', (before, after, [up, down, score]) => {
  expect(revoted({ up: 2, down: 1, score: 1, mine: before }, after)).toEqual({
    up,
    down,
    score,
    mine: after,
  });
});
