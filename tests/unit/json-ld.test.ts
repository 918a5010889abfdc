import { expect, test } from 'vitest';
import { articleLd, ldValue } from '#lib/importers/json-ld.ts';

test.each([
  ['{"a": 1}'],
  ['<!-- {"a": 1} -->'],
  ['/*<![CDATA[*/ {"a": 1} /*]]>*/'],
  ['// <![CDATA[\n{"a": 1}\n// ]]>'],
  ['{"a": 1,}'],
  ['{"a": 1};'],
])('what pages wrap around their JSON is taken off: %s', (script) => {
  expect(ldValue(script)).toEqual({ a: 1 });
});

test('line breaks, tabs and commas are mended where they are faults, and left where they are text', () => {
  expect(ldValue('{"a": "one\n\ttwo,]", "b": ["x, ]", ], "c": "it\\\'s",\n}')).toEqual({
    a: 'one\n\ttwo,]',
    b: ['x, ]'],
    c: "it's",
  });
  expect(ldValue('{"a": ')).toBeNull();
  expect(ldValue('"'.repeat(20_001))).toBeNull();
});

test('an article is found beside scripts that say nothing', () => {
  const ld = articleLd([
    '{',
    '{"@type":"BreadcrumbList"}',
    '{"@type":"NewsArticle","headline":"Ferry\nback",}',
  ]);
  expect(ld?.headline).toBe('Ferry\nback');
});
