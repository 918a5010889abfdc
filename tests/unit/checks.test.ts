import { expect, test } from 'vitest';
import { jittered, nextInterval } from '#lib/article/check/schedule.ts';
import { STILL_THERE, survival } from '#lib/article/check/survival.ts';

const HOUR = 3600;
const WEEK = 7 * 24 * HOUR;

test('an article that stays as it is is looked at less and less often, up to once in four weeks', () => {
  let interval = HOUR;
  const intervals = Array.from({ length: 12 }, () => {
    interval = nextInterval(interval, 'unchanged');
    return interval / HOUR;
  });
  expect(intervals.slice(0, 5)).toEqual([2, 4, 8, 16, 32]);
  expect(intervals.at(-1)).toBe((4 * WEEK) / HOUR);
});

test('after a change it is looked at more often again, but not more than once an hour', () => {
  expect(nextInterval(WEEK, 'revised')).toBe(WEEK / 4);
  expect(nextInterval(HOUR, 'revised')).toBe(HOUR);
});

test.each(['failed', 'gone'] as const)('whoever has trouble (%s) is left alone for a while', (outcome) => {
  expect(nextInterval(HOUR, outcome)).toBe(6 * HOUR);
  expect(nextInterval(6 * HOUR, outcome)).toBe(12 * HOUR);
  expect(nextInterval(3 * WEEK, outcome)).toBe(4 * WEEK);
});

test('what came in together is spread by a tenth', () => {
  expect([0, 0.5, 1].map((random) => jittered(1000, random))).toEqual([950, 1000, 1050]);
});

const ARTICLE =
  'The harbour of Lindow froze over for eleven weeks in the winter of 1709. Forty ships lay in the ice, and bread cost three times as much as in the year before. The council bought rye in Danzig.';

test('an article that was added to, cut or put into another order is still there', () => {
  expect(survival(ARTICLE, `Update: it thawed. ${ARTICLE} More follows.`)).toBe(1);
  const [first, second, third] = ARTICLE.split('. ');
  expect(survival(ARTICLE, [third, first, second].join('. '))).toBeGreaterThan(0.7);
  expect(survival(ARTICLE, `${first}. ${second}.`)).toBeGreaterThan(STILL_THERE);
  expect(survival(ARTICLE, ARTICLE.replace('eleven', 'nine').replace('Forty', 'Fifty'))).toBeGreaterThan(0.7);
});

test('another article, a page that asks for something and a teaser are not the article', () => {
  const consent =
    'We and our partners store and access information on a device, such as cookies, in the winter of 1709 as today.';
  const teaser = `${ARTICLE.slice(0, 50)} … Subscribe to read on, from one euro a week.`;
  for (const other of [consent, teaser, '']) expect(survival(ARTICLE, other)).toBeLessThan(STILL_THERE);
});

test('a text without spaces between its words is compared too', () => {
  const text = '林都港在一七〇九年冬天结冰十一个星期，四十艘船停在冰里。';
  expect(survival(text, text.replace('十一', '九'))).toBeGreaterThan(0.7);
  expect(survival(text, '我们和合作伙伴在设备上存储信息。')).toBeLessThan(STILL_THERE);
});

test('the fewest words count as they are', () => {
  expect(survival('', 'anything')).toBe(1);
  expect(survival('Ice', 'ice!')).toBe(1);
  expect(survival('Two ships', 'One ship')).toBe(0);
});
