// No text that a person gives brings along what is no text: a table of every field of every operation of the contract.
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fromHtml } from '#lib/document/from-html.ts';
import { fromMarkdown } from '#lib/document/from-markdown.ts';
import { fromText } from '#lib/document/from-text.ts';
import { plainLine, plainText } from '#lib/document/plain-text.ts';
import { parseDocument } from '#lib/document/schema.ts';
import { documentText } from '#lib/document/text.ts';
import { line, prose } from '#lib/errors/fields.ts';
import { operations } from '#lib/http/contract/all.ts';
import { SETTINGS } from '#lib/settings/schema.ts';
import { doc, figure, p, pre } from './document-build.ts';

const [RLO, LRE, PDF, RLI, PDI] = ['\u202E', '\u202A', '\u202C', '\u2067', '\u2069'];

/** The texts of a schema, each with its path; what is checked as a whole is one. */
function textsIn(schema: z.ZodType, path: string): [string, z.ZodType][] {
  const inside = (inner: unknown, at = path) => textsIn(inner as z.ZodType, at);
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([name, inner]) => inside(inner, `${path}.${name}`));
  if (schema instanceof z.ZodArray) return inside(schema.element, `${path}[]`);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => inside(option));
  if (schema instanceof z.ZodTuple) return schema.def.items.flatMap((item) => inside(item, `${path}[]`));
  if (schema instanceof z.ZodRecord) return inside(schema.valueType, `${path}.*`);
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodReadonly
  )
    return inside(schema.unwrap());
  if (schema instanceof z.ZodPipe)
    return isText(schema) ? [[path, schema]] : [...inside(schema.in), ...inside(schema.out)];
  return isText(schema) ? [[path, schema]] : [];
}

function isText(schema: unknown): boolean {
  if (schema instanceof z.ZodPipe) return isText(schema.in);
  return schema instanceof z.ZodString || schema instanceof z.ZodStringFormat;
}

/** Words of other texts, by which a passage is found: they have to stay as they stand there. */
const WORDS_OF_OTHERS = /\.(exact|prefix|suffix)$|\.read\./;
/** What is read as a document, which cleans it: see below. */
const DOCUMENTS =
  /\.(html|markdown|export)$|^(importArticle|previewArticle|reviseArticle|bringExhibit)(\.thread\.comments\[\]\.body)?\.text$/;
/** Held against the setting's own schema. */
const SETTING = /^changeSetting\.value/;
/** Never shown, and no database sees them: hashed, or read by us. */
const SECRETS = /\.(password|current|token|cursor|next|after)$/;

const fields = operations.flatMap(({ id, params, query, body }) => [
  ...[params, query].flatMap((schema) => (schema ? textsIn(schema, id) : [])),
  ...(body ? textsIn(body, id).map(([name, schema]) => [name, schema, 'body'] as const) : []),
]);
const stored = fields.filter(([name]) => !SECRETS.test(name));
const written = [
  ...stored.filter(
    ([name, , place]) =>
      place === 'body' && ![WORDS_OF_OTHERS, DOCUMENTS, SETTING].some((one) => one.test(name)),
  ),
  ...Object.entries(SETTINGS).flatMap(([key, schema]) => textsIn(schema, key)),
];

/** Which of the fields take something of `bad` in. */
const takes = (some: readonly (readonly [string, z.ZodType, ...string[]])[], bad: string) =>
  some
    .filter(([, schema]) => {
      const { success, data } = schema.safeParse(`Some${bad} words`);
      return success && JSON.stringify(data).includes(JSON.stringify(bad).slice(1, -1));
    })
    .map(([name]) => name);

test('the table holds what people write', () => {
  expect(written.map(([name]) => name)).toEqual(
    expect.arrayContaining([
      'publishRuling.summary',
      'publishRuling.correction',
      'annotate.statement',
      'annotate.sources[].quote',
      'giveVerdict.rationaleText',
      'signUp.name',
      'moderate.reason',
    ]),
  );
});

test.each(['\0', '\ud800'])('%j, which cannot be stored, gets into no field', (bad) => {
  expect(takes(stored, bad)).toEqual([]);
});

test.each(['\u0001', '\u001B', '\u007F', '\u0085', '\uFFFE', RLO])(
  '%j gets into nothing that a person writes',
  (bad) => {
    expect(takes(written, bad)).toEqual([]);
  },
);

describe('some lines', () => {
  test.each([
    ['what a PDF brings along', 'One\u0002 line\ftwo\r\nthree\u2028four\u0085', 'One line\ntwo\nthree\nfour'],
    ['tabs and joiners', 'a\tb 👩‍🚒 می‌خواهم', 'a\tb 👩‍🚒 می‌خواهم'],
    ['an override, which shows other words', `${RLO}eslaf${PDF} is true`, 'eslaf is true'],
    ['a reading order that is not ended', `${RLI}שלום\nafter`, `${RLI}שלום${PDI}\nafter`],
    ['an end of nothing', `a${PDI}${PDF}b`, 'ab'],
    ['an isolate ends what was begun in it', `${RLI}a${LRE}b${PDI}c${PDF}`, `${RLI}a${LRE}b${PDF}${PDI}c`],
    ['what ends well', `${RLI}a${LRE}b${PDF}${PDI}`, `${RLI}a${LRE}b${PDF}${PDI}`],
    ['marks', 'a\u200Eb', 'a\u200Eb'],
  ])('%s', (_, given, kept) => {
    expect(prose(100).parse(given)).toBe(kept);
    expect(plainText(plainText(given))).toBe(plainText(given));
  });
});

test('one line', () => {
  expect(plainLine(' A\u0007da\u2028 \u200E Love\u00ADlace\r\n')).toBe('Ada Lovelace');
  expect(line(10).safeParse('\u0001 \u200B').success).toBe(false);
});

test('a document', () => {
  const given = doc(p('a\u0001b\vc'), p('\u0001'), pre('x\r\n\u001By'));
  expect(parseDocument(given, 'article')).toEqual({ ok: true, doc: doc(p('ab c'), p(), pre('x\ny')) });
  const shown = figure('https://example.org/a.png', 'a\u0001b', 'x');
  expect(parseDocument(doc(shown), 'article')).toMatchObject({
    doc: { content: [{ attrs: { alt: 'ab' } }] },
  });
  // An article stands as it was set; in what people say nothing turns the words of others around.
  const turned = doc(p(`${RLO}eslaf`));
  expect(parseDocument(turned, 'article')).toEqual({ ok: true, doc: turned });
  expect(parseDocument(turned, 'comment')).toEqual({ ok: true, doc: doc(p('eslaf')) });
});

test.each([
  ['text', () => fromText('One\u0001\ftwo')],
  ['HTML', () => fromHtml('<p>One&#1;</p><p>two</p>', { kind: 'article' })],
  ['Markdown', () => fromMarkdown('One\u0001\n\ntwo')],
])('a document of %s', (_, read) => {
  const parsed = parseDocument(read(), 'article');
  expect(parsed.ok && documentText(parsed.doc).replace(/\s/g, ' ')).toBe('One two');
});
