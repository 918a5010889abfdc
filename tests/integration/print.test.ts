import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { PrintedPage } from '#components/print/printed-article.tsx';
import { addArticle } from '#lib/article/mutations.ts';
import { db } from '#lib/db/client.ts';
import { fromMarkdown } from '#lib/document/from-markdown.ts';
import { documentText } from '#lib/document/text.ts';
import { annotate } from '#lib/flows/annotate.ts';
import { NO_FOLDS } from '#lib/flows/folds.ts';
import { getPrintedArticle } from '#lib/flows/print-article.ts';
import { getArticlePdfOperation } from '#lib/http/contract/interchange.ts';
import type { Operation } from '#lib/http/operation.ts';
import type { PrintedArticle } from '#lib/interchange/print/printed.ts';
import { article, claim } from '#tests/factories/articles.ts';
import { person } from '#tests/factories/people.ts';
import { routeFile } from '#tests/setup/api.ts';
import { countQueries } from '#tests/setup/count-queries.ts';
import { readPdf } from '#tests/setup/pdf-reader.ts';

const MARKDOWN = `The harbour **froze** for eleven weeks. Forty ships lay in the ice, [says the ledger](https://example.org/ledger).

## What it cost

- Bread was dear
- Rye came from Danzig

> Nobody had seen the like.

| Year | Ships |
|---|---|
| 1708 | 12 |
| 1709 | 40 |

قال الوزير إن الميناء تجمّد (أحد عشر أسبوعا) في 1709.

港口结冰十一周。`;

let on: PrintedArticle;
beforeAll(async () => {
  const by = await person({ name: 'Ann </script><b>' });
  const document = fromMarkdown(MARKDOWN);
  const { id } = await addArticle(by, {
    title: 'The winter </title><script> \u202e of 1709',
    byline: 'A. Writer',
    site: 'Gazette',
    lang: 'en',
    publishedAt: null,
    url: 'https://example.org/winter-print',
    canonicalUrl: 'https://example.org/winter-print',
    document,
    text: documentText(document),
  });
  const ships = await annotate(by, id, {
    kind: 'claim',
    target: { exact: 'Forty ships lay in the ice' },
    statement: 'Forty ships <b>froze</b> in.',
    sources: [{ url: 'https://example.org/ledger', stance: 'refutes', quote: 'thirty-one ships', note: '' }],
  } as never);
  await annotate(by, id, { kind: 'claim', target: { exact: 'froze' }, sources: [] });
  await annotate(by, id, { kind: 'claim', target: { exact: 'الميناء تجمّد' }, sources: [] });
  await db().ruling.create({
    data: {
      annotationId: ships.id,
      authorId: by.id,
      verdict: 'false',
      summary: 'The ledger counts thirty-one.',
      wording: 1,
      revisionNumber: 1,
      version: 1,
    },
  });
  const printed = await getPrintedArticle(id, 'en');
  if (!printed) throw new Error('no article');
  on = printed;
});

async function pdf(id: string, query = '', headers: Record<string, string> = {}) {
  const { GET } = await import(routeFile((getArticlePdfOperation as Operation).path));
  const request = new Request(`http://localhost:3000/${query}`, { headers });
  const response: Response = await GET(request, { params: Promise.resolve({ id }) });
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
}

describe('an article for paper', () => {
  test('has a number behind each passage, in the order of the text, and its notes below', () => {
    expect(on.marks.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(on.notes[1]).toMatchObject({
      number: 2,
      verdict: 'False',
      statement: 'Forty ships <b>froze</b> in.',
      passage: 'Forty ships lay in the ice',
      ruling: { summary: 'The ledger counts thirty-one.' },
      sources: [{ stance: 'refutes', address: 'https://example.org/ledger', quote: 'thirty-one ships' }],
    });
    const html = renderToStaticMarkup(
      createElement(PrintedPage, { printed: on, folds: NO_FOLDS, locale: 'en' }),
    );
    expect(html).toMatch(
      /Forty ships lay in the ice<sup [^>]*><a id="mark-2" href="#note-2"[^>]*>2<\/a><\/sup>/,
    );
    for (const { number } of on.notes) expect(html).toContain(`id="note-${number}"`);
    expect(html).not.toMatch(/<script|<b>| style=/);
    expect(html).toContain('Forty ships &lt;b&gt;froze');
    expect(on.legend.map(({ look }) => look)).toEqual(['false', 'open']);
    for (const { meaning } of on.legend) expect(html).toContain(meaning);
  });

  test('tells how its sources fared, in whole sentences', async () => {
    const by = await person();
    const source = { stance: 'refutes', quote: 'thirty-one', note: '' } as const;
    const { id } = await article({ by });
    const states = ['unreachable', 'verified', 'altered', 'missing', 'pending', 'no-quote'];
    const { sources } = await annotate(by, id, {
      kind: 'claim',
      target: { exact: 'Forty ships' },
      sources: states.map((state) => ({ ...source, url: `https://example.org/fare/${state}` })),
    } as never);
    for (const { id: sourceId, url } of sources)
      await db().source.update({ where: { id: sourceId }, data: { state: url.split('/').at(-1) ?? '' } });
    const told = (await getPrintedArticle(id, 'en'))?.notes[0]?.sources ?? [];
    const byState = Object.fromEntries(told.map(({ address, state }) => [address.split('/').at(-1), state]));
    expect(byState).toEqual({
      unreachable: 'the page could not be reached',
      verified: 'quote found',
      altered: 'the page has it in other words',
      missing: 'the quote was not found there',
      pending: null,
      'no-quote': null,
    });
  });

  test('says so where nobody has marked anything', async () => {
    const printed = await getPrintedArticle((await article()).id, 'de');
    const html = renderToStaticMarkup(
      createElement(PrintedPage, { printed: printed as PrintedArticle, folds: NO_FOLDS, locale: 'de' }),
    );
    expect(html).toContain('In diesem Artikel hat noch niemand etwas markiert.');
    expect(html).not.toContain('Was die Urteile bedeuten');
  });

  test('costs the same whatever lies beside it', async () => {
    const few = await countQueries(() => getPrintedArticle(on.id, 'en'));
    const crowded = await article();
    for (const exact of ['Forty', 'ships', 'lay', 'in the ice', 'Bread']) await claim({ on: crowded, exact });
    expect(await countQueries(() => getPrintedArticle(crowded.id, 'en'))).toBeLessThanOrEqual(few);
  });
});

describe('its PDF', () => {
  test('reads as the article does: title, language, structure, text, links', async () => {
    const { response, bytes } = await pdf(on.id);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(response.headers.get('content-disposition')).toContain(encodeURIComponent(`${on.slug}.pdf`));
    const read = await readPdf(bytes);
    expect(read.info).toMatchObject({
      Title: 'The winter </title><script> of 1709',
      Author: 'A. Writer',
      Language: 'en',
    });
    for (const words of ['eleven weeks', 'Bread was dear', '1709', 'Forty ships <b>froze</b> in.', 'False'])
      expect(read.text).toContain(words);
    expect(read.text).toContain('Ruling by Ann </script><b>');
    expect(read.text).toContain('港口结冰十一周');
    const copied = read.text.replace(/\u200F/g, '');
    for (const words of ['قال الوزير إن الميناء تجمّد', '(أحد عشر أسبوعا) في 1709.'])
      expect(copied).toContain(words);
    expect(read.links).toContain('https://example.org/ledger');
    const kinds = ['H1', 'H2', 'H3', 'P', 'L', 'LI', 'Link', 'BlockQuote', 'Table', 'TR', 'TH', 'TD'];
    expect(kinds.filter((kind) => !read.structure.has(kind))).toEqual([]);
  });

  test('is in the language that is asked for, and is not sent twice', async () => {
    const german = await pdf(on.slug, '?lang=de');
    const read = await readPdf(german.bytes);
    expect(read.text).toContain('Anmerkungen');
    expect(read.text).toContain('Falsch');
    const etag = german.response.headers.get('etag') ?? '';
    expect((await pdf(on.slug, '?lang=de', { 'if-none-match': etag })).response.status).toBe(304);
    expect((await pdf('nowhere')).response.status).toBe(404);
  });

  test('of a megabyte of text is made beside the server, which goes on meanwhile', {
    timeout: 90_000,
  }, async () => {
    const sentence = 'The harbour of Lindow froze over for eleven weeks in the winter of that year. ';
    const long = await article({
      text: Array.from({ length: 2_000 }, () => sentence.repeat(6)).join('\n\n'),
    });
    let pending = true;
    const asked = pdf(long.id).finally(() => {
      pending = false;
    });
    // Others are answered all the while.
    let answered = 0;
    while (pending) {
      await db().article.findUnique({ where: { id: long.id }, select: { slug: true } });
      answered += 1;
    }
    const { response, bytes } = await asked;
    expect(response.status).toBe(200);
    expect((await readPdf(bytes)).pages).toBeGreaterThan(150);
    expect(answered).toBeGreaterThan(100);
  });
});
