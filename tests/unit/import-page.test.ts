import { describe, expect, test } from 'vitest';
import {
  DRAFT_MAX,
  type Draft,
  dropDraft,
  keepDraft,
  NO_DRAFT,
  readDraft,
} from '#components/import/draft.ts';
import { appendText, lookAt, publishBody } from '#components/import/look.ts';
import { guessForm, hasStructure, NOTHING, previewBody } from '#components/import/pasted.ts';
import { readChosenFile } from '#components/import/text-file.ts';
import type { ImportPreviewWithThread } from '#lib/flows/import-input.ts';
import { FILE_MAX_BYTES, kindOfFile } from '#lib/importers/file/file-kinds.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });

describe('a file', () => {
  const reads = (name: string, content: BlobPart, type = '') =>
    readChosenFile(new File([content], name, { type }), 100);
  test('is known by its ending, else by its type', () => {
    expect(kindOfFile('A.HTM', '')).toBe('html');
    expect(kindOfFile('a.b.md', 'text/plain')).toBe('markdown');
    expect(kindOfFile('article', 'text/html; charset=utf-8')).toBe('html');
    expect(kindOfFile('a.pdf', 'text/plain')).toBe('pdf');
    expect(kindOfFile('a.png', 'text/plain')).toBeNull();
    expect(kindOfFile('article', '')).toBeNull();
  });
  test('is read in its encoding', async () => {
    expect(await reads('a.txt', 'Brücke – 中文 🚲')).toEqual({ form: 'text', text: 'Brücke – 中文 🚲' });
    expect(await reads('a.txt', bytes(0xff, 0xfe, 0x42, 0, 0xfc, 0))).toEqual({ form: 'text', text: 'Bü' });
    expect(await reads('a.txt', bytes(0x42, 0xfc, 0x20, 0x96))).toEqual({ form: 'text', text: 'Bü –' });
    const declared = bytes(...new TextEncoder().encode('<meta charset=iso-8859-2><p>'), 0xb3);
    expect(await reads('a.html', declared)).toEqual({ form: 'html', text: '<meta charset=iso-8859-2><p>ł' });
  });
  test('is read, or refused with the reason', async () => {
    expect(await reads('a.txt', 'Words')).toEqual({ form: 'text', text: 'Words' });
    expect(await reads('a.odt', 'Words')).toEqual({ refused: 'kind' });
    expect(await reads('a.docx', 'PK words')).toEqual({
      document: { name: 'a.docx', size: 8, content: btoa('PK words') },
    });
    expect(await reads('a.pdf', '')).toEqual({ refused: 'empty-text' });
    expect(await reads('a.txt', ' \n ')).toEqual({ refused: 'empty-text' });
    expect(await reads('a.txt', 'x'.repeat(101))).toEqual({ refused: 'too-large' });
    expect(await reads('a.txt', bytes(1, 0, 2))).toEqual({ refused: 'binary-text' });
    expect(await reads('a.txt', bytes(0x41, 1, 2, 3, 0x42))).toEqual({ refused: 'binary-text' });
    expect(await reads('a.txt', '%PDF-1.7\nwords')).toEqual({ refused: 'binary-text' });
    expect(await reads('a.txt', new Uint8Array(FILE_MAX_BYTES + 1))).toEqual({ refused: 'too-large-file' });
  });
});

describe('what was pasted', () => {
  test('is guessed, with plain text as the rule', () => {
    expect(guessForm('<!doctype html><title>')).toBe('html');
    expect(guessForm('  <p class="a">Words')).toBe('html');
    expect(guessForm('<3 is a heart')).toBe('text');
    expect(guessForm('# Title\n\nWords')).toBe('markdown');
    expect(guessForm('#hashtag of the day')).toBe('text');
    expect(guessForm('[a](https://a.example) and [b](https://b.example)')).toBe('markdown');
    expect(guessForm('- a dash\n- another')).toBe('text');
  });
  test('has formatting only where the HTML says more than the words', () => {
    expect(hasStructure('<meta charset="utf-8"><p>Words</p>')).toBe(true);
    expect(hasStructure('<a name="x">Words</a>')).toBe(false);
    expect(hasStructure('<a class="x" href="https://a.example">Words</a>')).toBe(true);
    expect(hasStructure('<div><span style="color:#000">Words</span><br></div>')).toBe(false);
  });
  test('is sent as what it is taken for', () => {
    const rich = { html: '<p>Words</p>', text: 'Words' };
    expect(previewBody(NOTHING)).toBeNull();
    expect(previewBody({ ...NOTHING, text: ' \n' })).toBeNull();
    expect(previewBody({ ...NOTHING, url: ' example.org/a?b ' })).toEqual({ url: 'https://example.org/a?b' });
    expect(previewBody({ ...NOTHING, url: 'javascript:1' })).toEqual({ url: 'javascript:1' });
    expect(previewBody({ ...NOTHING, text: '# A', form: 'markdown', url: 'https://a.example' })).toEqual({
      markdown: '# A',
      url: 'https://a.example',
    });
    expect(previewBody({ ...NOTHING, text: 'Words', rich, takesRich: true })).toEqual({
      html: '<p>Words</p>',
    });
    expect(previewBody({ ...NOTHING, text: 'Words', rich, takesRich: false })).toEqual({ text: 'Words' });
    const file = { name: 'a.pdf', size: 3, content: 'JVBE' };
    expect(previewBody({ ...NOTHING, file, url: 'a.example' })).toEqual({
      file: { name: 'a.pdf', content: 'JVBE' },
      url: 'https://a.example',
    });
  });
});

const preview: ImportPreviewWithThread = {
  title: 'A road',
  byline: null,
  site: 'Courier',
  lang: 'en',
  publishedAt: '2026-03-04T06:00:00+01:00',
  url: null,
  topics: [],
  document: { type: 'doc', content: [paragraph('One.')] },
  text: 'One.',
  leftOut: [],
  warnings: [],
  known: null,
  thread: null,
};

describe('the preview', () => {
  test('publishes what was found, and what was changed wins', () => {
    const look = lookAt(preview);
    expect(publishBody(look)).toEqual({
      document: preview.document,
      title: 'A road',
      byline: null,
      site: 'Courier',
      publishedAt: '2026-03-04T06:00:00+01:00',
      lang: 'en',
      url: null,
      thread: null,
    });
    const changed = {
      ...look,
      fields: { ...look.fields, publishedAt: '2026-03-05', site: ' ', byline: 'M. E.' },
    };
    expect(publishBody(changed)).toMatchObject({ publishedAt: '2026-03-05', site: null, byline: 'M. E.' });
    expect(publishBody({ ...look, fields: { ...look.fields, publishedAt: '' } }).publishedAt).toBeNull();
  });
  test('takes back what was left out, after the last paragraph', () => {
    const empty = { type: 'paragraph' };
    expect(
      appendText({ type: 'doc', content: [paragraph('One.'), empty] }, 'Two\nlines.\n\n\nThree.'),
    ).toEqual({
      type: 'doc',
      content: [
        paragraph('One.'),
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'Two' }, { type: 'hardBreak' }, { type: 'text', text: 'lines.' }],
        },
        paragraph('Three.'),
      ],
    });
  });
});

describe('the draft', () => {
  const storage = (quota = Number.POSITIVE_INFINITY) => {
    const kept = new Map<string, string>();
    const store = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => {
        if (value.length > quota) throw new DOMException('full', 'QuotaExceededError');
        kept.set(key, value);
      },
      removeItem: (key: string) => kept.delete(key),
    };
    return () => store as unknown as Storage;
  };
  const draft = (text: string): Draft => ({
    ...NO_DRAFT,
    pasted: { ...NOTHING, text, url: 'https://a.example' },
  });

  test('is one person’s', () => {
    const store = storage();
    expect(keepDraft('ann', draft('Words'), store)).toBe(true);
    expect(readDraft('ann', store)).toEqual(draft('Words'));
    expect(readDraft('bob', store)).toBeNull();
    dropDraft('ann', store);
    expect(readDraft('ann', store)).toBeNull();
  });
  test('of a text too large keeps the address and says so', () => {
    const store = storage();
    expect(keepDraft('ann', draft('x'.repeat(DRAFT_MAX)), store)).toBe(false);
    expect(readDraft('ann', store)).toEqual(draft(''));
  });
  test('lets the preview go before what was pasted', () => {
    const store = storage(400);
    const look = lookAt({ ...preview, title: 'x'.repeat(400) });
    expect(keepDraft('ann', { ...draft('Words'), look, looking: true }, store)).toBe(false);
    expect(readDraft('ann', store)).toEqual(draft('Words'));
  });
  test('does without storage, and without sense in it', () => {
    const broken = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    expect(readDraft('ann', broken)).toBeNull();
    expect(keepDraft('ann', draft('Words'), broken)).toBe(false);
    const store = storage();
    store().setItem('obelus.import.ann', '{"shape":0}');
    expect(readDraft('ann', store)).toBeNull();
    store().setItem('obelus.import.ann', '{');
    expect(readDraft('ann', store)).toBeNull();
  });
});
