import { expect, test } from 'vitest';
import {
  append,
  chosen,
  type Desk,
  extend,
  extendTo,
  goTo,
  layBack,
  layOut,
  letGo,
  selectNone,
  settle,
  step,
  take,
  toggle,
} from '#components/moderation/desk.ts';

type Item = { key: string };
const itemsOf = (keys: string): Item[] => [...keys].map((key) => ({ key }));
const desk = (keys: string) => layOut(itemsOf(keys));
const at = (keys: string, active: string) => goTo(desk(keys), active);

/** `a[b]*c!`: b is active, a star is selected, an exclamation mark settled. */
const drawn = ({ items, active, selected, settled }: Desk<Item>) =>
  items
    .map(({ key }) => {
      const name = key === active ? `[${key}]` : key;
      return name + (selected.has(key) ? '*' : '') + (settled.has(key) ? '!' : '');
    })
    .join('');

test('one walks through the items and stays at the ends', () => {
  expect(drawn(step(desk('abc'), 1))).toBe('a[b]c');
  expect(drawn(step(step(desk('abc'), 1), -1))).toBe('[a]bc');
  expect(drawn(step(desk('abc'), -1))).toBe('[a]bc');
  expect(drawn(step(at('abc', 'c'), 1))).toBe('ab[c]');
  expect(drawn(step(desk(''), 1))).toBe('');
  expect(drawn(goTo(desk('abc'), 'x'))).toBe('[a]bc');
});

test('a selection is toggled, extended in both directions and let go', () => {
  expect(drawn(toggle(toggle(desk('abc'), 'b'), 'c'))).toBe('[a]b*c*');
  expect(drawn(toggle(toggle(desk('abc'), 'b'), 'b'))).toBe('[a]bc');
  const down = extend(extend(at('abcde', 'b'), 1), 1);
  expect(drawn(down)).toBe('ab*c*[d]*e');
  expect(drawn(extend(extend(extend(down, -1), -1), -1))).toBe('[a]*b*cde');
  // A press on an item goes to it first.
  expect(drawn(extendTo(goTo(toggle(desk('abcde'), 'b'), 'd'), 'd'))).toBe('ab*c*[d]*e');
  expect(drawn(extendTo(at('abcde', 'd'), 'b'))).toBe('a[b]*c*d*e');
  expect(drawn(extend(desk('a'), 1))).toBe('[a]*');
  expect(drawn(selectNone(down))).toBe('abc[d]e');
  expect(chosen(down).map(({ key }) => key)).toEqual(['b', 'c', 'd']);
  expect(chosen(at('abc', 'b')).map(({ key }) => key)).toEqual(['b']);
  expect(chosen(desk(''))).toEqual([]);
});

test('what is taken makes way for the one behind it, at the end for the one before', () => {
  expect(drawn(take(at('abc', 'b'), ['b']))).toBe('a[c]');
  expect(drawn(take(at('abc', 'c'), ['c']))).toBe('a[b]');
  expect(drawn(take(at('abcd', 'b'), ['b', 'c', 'd']))).toBe('[a]');
  expect(drawn(take(at('abc', 'b'), ['a']))).toBe('[b]c');
  expect(take(desk('a'), ['a']).active).toBeNull();
});

test('what comes back lies where it lay, whatever happened in between', () => {
  const first = take(at('abcde', 'b'), ['b', 'd']);
  expect(drawn(layBack(first, itemsOf('bd')))).toBe('ab[c]de');
  const second = append(take(first, ['c', 'a']), itemsOf('f'));
  expect(drawn(layBack(second, itemsOf('bd')))).toBe('bd[e]f');
  expect(drawn(layBack(layBack(second, itemsOf('bd')), itemsOf('ac')))).toBe('abcd[e]f');
  expect(drawn(layBack(take(desk('ab'), ['a', 'b']), itemsOf('ab')))).toBe('[a]b');
  expect(drawn(layBack(desk('ab'), itemsOf('ab')))).toBe('[a]b');
  expect(drawn(layBack(desk('ab'), itemsOf('xy')))).toBe('xy[a]b');
});

test('a further page is added once', () => {
  expect(drawn(append(desk('abc'), itemsOf('cde')))).toBe('[a]bcde');
  expect(drawn(append(desk(''), itemsOf('xy')))).toBe('[x]y');
});

test('what somebody else decided cannot be decided again, and goes when one moves on', () => {
  const settled = settle(toggle(desk('abc'), 'a'), new Map([['a', 'rejected by Bea']]));
  expect(drawn(settled)).toBe('[a]!bc');
  expect(chosen(settled)).toEqual([]);
  expect(drawn(toggle(settled, 'a'))).toBe('[a]!bc');
  expect(drawn(step(settled, 1))).toBe('[b]c');
  expect(drawn(extend(settled, 1))).toBe('[b]*c');
  expect(drawn(settle(desk('abc'), new Map([['x', 'gone']])))).toBe('[a]bc');
});

test('what others decided leaves, but not from under the eye', () => {
  const { desk: left, left: count } = letGo(at('abcd', 'b'), ['a', 'b', 'x'], 'decided');
  expect(drawn(left)).toBe('[b]!cd');
  expect(count).toBe(2);
  expect(left.settled.get('b')).toBe('decided');
  expect(letGo(left, ['b'], 'decided').left).toBe(0);
});
