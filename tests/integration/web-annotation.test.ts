import { describe, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { fromText } from '#lib/document/from-text.ts';
import { documentText } from '#lib/document/text.ts';
import { annotate } from '#lib/flows/annotate.ts';
import { say } from '#lib/flows/discuss.ts';
import { editAnnotation } from '#lib/flows/edit-annotation.ts';
import { giveVerdict } from '#lib/flows/judge.ts';
import { reviseArticle } from '#lib/flows/revise-article.ts';
import { getAnnotationOperation } from '#lib/http/contract/annotations.ts';
import { getRevisionTextOperation, getWebAnnotationOperation } from '#lib/http/contract/interchange.ts';
import { addressOfData } from '#lib/http/data-address.ts';
import type { Operation } from '#lib/http/operation.ts';
import { article, claim } from '#tests/factories/articles.ts';
import { person } from '#tests/factories/people.ts';
import { brokenRules } from '#tests/setup/annotation-rules.ts';
import { call, routeFile } from '#tests/setup/api.ts';
import { expand, type Node } from '#tests/setup/json-ld.ts';

const BASE = 'http://localhost:3000';
const WINTER = 'https://example.org/winter';
const LD = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';

const read = (id: string, headers = {}) => call(getWebAnnotationOperation, { params: { id }, headers });

/** The plain text of a target's source, as whoever follows it gets it. */
async function textAt(iri: string): Promise<string> {
  const [, id, number] = /\/api\/articles\/([^/]+)\/revisions\/(\d+)\/text$/.exec(iri) ?? [];
  const { GET } = await import(routeFile((getRevisionTextOperation as Operation).path));
  const response: Response = await GET(new Request(iri), { params: Promise.resolve({ id, number }) });
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  return response.text();
}

async function crowded(url = WINTER) {
  const [ann, bob] = [await person({ name: 'Ann </script>' }), await person({ name: 'Bob' })];
  const on = await article({
    by: ann,
    text: 'The crew 👩🏽‍🚒 came late. Forty ships lay in the ice.\n\nBread was dear.',
    lang: 'en-GB',
    url,
  });
  const { id, sources } = await annotate(ann, on.id, {
    kind: 'claim',
    target: { exact: 'Forty ships lay in the ice' },
    statement: 'Forty ships </script><script>alert(1)</script> \u202e froze.',
    sources: [{ url: 'https://example.org/ledger', stance: 'refutes', quote: 'thirty-one ships', note: '' }],
  });
  const sourceIds = sources.map((source) => source.id);
  await giveVerdict(ann, id, { verdict: 'false', rationaleText: 'The ledger says so.', sourceIds });
  await giveVerdict(bob, id, { verdict: 'false', sourceIds });
  const first = await say(bob, { annotation: id }, { text: 'Where are they?' });
  await say(ann, { annotation: id }, { text: 'In the harbour.', parentId: first.id });
  return { id, on, ann, bob };
}

describe('an annotation in the model of the W3C', () => {
  test('keeps every must of the model, and carries statement, verdicts, sources and comments', async () => {
    const { id } = await crowded();
    const { status, headers, body } = await read(id);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe(LD);
    const [annotation] = await expand(body);
    expect(brokenRules(annotation as Node)).toEqual([]);
    expect(body).toMatchObject({
      id: `${BASE}/claims/${id}`,
      motivation: 'assessing',
      creator: { type: 'Person', name: 'Ann </script>' },
    });
    const said = body.body.map(({ purpose, value, source }: Record<string, string>) => [
      purpose,
      value ?? source,
    ]);
    expect(said).toEqual([
      ['describing', 'Forty ships </script><script>alert(1)</script> \u202e froze.'],
      ['tagging', 'false'],
      ['linking', 'https://example.org/ledger'],
      ['tagging', 'false'],
      ['assessing', 'The ledger says so.'],
      ['tagging', 'false'],
      ['commenting', 'Where are they?'],
      ['replying', 'In the harbour.'],
    ]);
  });

  test('says where it stands in characters, not units, of a text that can be had', async () => {
    const { id } = await crowded(`${WINTER}/2`);
    const { body } = await read(id);
    const [here, original] = body.target;
    const [quote, position] = here.selector;
    const characters = [...(await textAt(here.source.id))];
    expect(characters.slice(position.start, position.end).join('')).toBe('Forty ships lay in the ice');
    expect(quote).toMatchObject({ exact: 'Forty ships lay in the ice', suffix: '.\nBread was dear.' });
    expect(`${quote.prefix}${quote.exact}`.isWellFormed()).toBe(true);
    expect(original).toMatchObject({
      source: `${WINTER}/2`,
      selector: [{ exact: quote.exact }],
    });
  });

  test('one whose words became others tells both, the newest first', async () => {
    const { id, ann, on } = await crowded(`${WINTER}/3`);
    const revise = (words: string) => {
      const document = fromText(words);
      return reviseArticle(on.id, {
        document,
        text: documentText(document),
        origin: 'given',
        actorId: ann.id,
      });
    };
    const revision = (number: number) => `${BASE}/api/articles/${on.id}/revisions/${number}/text`;
    const sourcesIn = ({ target }: { target: { source: string | { id: string } }[] }) =>
      target.map(({ source }) => (typeof source === 'string' ? source : source.id));
    await revise('The crew 👩🏽‍🚒 came late. Thirty-nine ships lay in the ice.\n\nBread was dear.');
    const { body: changed } = await read(id);
    expect(brokenRules((await expand(changed))[0] as Node)).toEqual([]);
    expect(sourcesIn(changed)).toEqual([revision(2), revision(1), `${WINTER}/3`]);
    expect(changed.target[0].selector[0].exact).toBe('Thirty-nine ships lay in the ice');
    expect(changed.target[1].selector[0].exact).toBe('Forty ships lay in the ice');
    await revise('Nothing of it is left here any more, not a word of what stood in the paper before.');
    const { body: gone } = await read(id);
    expect(brokenRules((await expand(gone))[0] as Node)).toEqual([]);
    expect(sourcesIn(gone)).toEqual([revision(1), `${WINTER}/3`]);
  });

  test('a ruling speaks first, and the labels that stand are tags', async () => {
    const { id } = await claim();
    const checker = await person({ role: 'checker', name: 'Carla' });
    const ruling = {
      verdict: 'misleading',
      summary: 'It was thirty-one.',
      wording: 1,
      revisionNumber: 1,
      version: 1,
    };
    await db().ruling.create({ data: { ...ruling, annotationId: id, authorId: checker.id } });
    const labelCounts = { people: 3, others: 3, chosen: { 'missing-context': 3, 'well-sourced': 1 } };
    await db().annotation.update({ where: { id }, data: { labels: ['missing-context'], labelCounts } });
    const { body } = await read(id);
    expect(brokenRules((await expand(body))[0] as Node)).toEqual([]);
    const said = body.body.map(({ purpose, value }: Record<string, string>) => [purpose, value]);
    expect(said.slice(1)).toEqual([
      ['tagging', 'misleading'],
      ['tagging', 'missing-context'],
      ['assessing', 'It was thirty-one.'],
    ]);
    expect(body.body.at(-1).creator).toMatchObject({ name: 'Carla' });
  });

  test('a remark comments, and what a moderator took away is not there', async () => {
    const { id: articleId } = await article();
    const { id } = await annotate(await person(), articleId, {
      kind: 'remark',
      target: { exact: 'Danzig' },
      comment: { text: 'Which?' },
      sources: [],
    });
    const { body } = await read(id);
    expect(body).toMatchObject({
      motivation: 'commenting',
      body: [{ purpose: 'commenting', value: 'Which?' }],
    });
    expect(brokenRules((await expand(body))[0] as Node)).toEqual([]);
    await db().annotation.update({ where: { id }, data: { state: 'hidden' } });
    expect((await read(id)).status).toBe(404);
  });
});

describe('the protocol', () => {
  test('every answer says its type, that it varies, what may be done, and its version', async () => {
    const { id } = await claim();
    const { headers } = await read(id);
    expect(headers.get('vary')).toContain('Accept');
    expect(headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    expect(headers.get('link')).toContain('<http://www.w3.org/ns/ldp#Resource>; rel="type"');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    const etag = headers.get('etag') ?? '';
    expect((await read(id, { 'if-none-match': etag })).status).toBe(304);
    const { ann, id: crowdedId } = await crowded(`${WINTER}/4`);
    const before = (await read(crowdedId)).headers.get('etag') ?? '';
    const { version } = await db().annotation.findUniqueOrThrow({ where: { id: crowdedId } });
    await editAnnotation(ann, crowdedId, { statement: 'Thirty ships froze.', version });
    expect((await read(crowdedId, { 'if-none-match': before })).status).toBe(200);
  });

  test('the address of the annotation in the API is its data too, by what is asked for', async () => {
    const { id } = await claim();
    const { GET } = await import(routeFile((getAnnotationOperation as Operation).path));
    const ask = async (accept: string) => {
      const request = new Request(`${BASE}/api/annotations/${id}`, { headers: { accept } });
      const response: Response = await GET(request, { params: Promise.resolve({ id }) });
      expect(response.headers.get('vary')).toContain('Accept');
      return response.headers.get('content-type');
    };
    expect(await ask(LD)).toBe(LD);
    expect(await ask('application/ld+json')).toBe(LD);
    expect(await ask('application/json, application/ld+json;q=0.5')).toBe('application/json');
    expect(await ask('*/*')).toBe('application/json');
  });

  const id = '01999999-0000-7000-8000-000000000000';
  const data = `/api/annotations/${id}/web-annotation`;
  test.each([
    ['GET', `/claims/${id}`, LD, data],
    ['HEAD', `/claims/${id}?x=1`, 'application/ld+json', data],
    ['OPTIONS', `/claims/${id}`, undefined, data],
    ['GET', `/claims/${id}`, 'text/html;q=0.4, application/ld+json;q=0.5', data],
    ['GET', `/claims/${id}`, 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', null],
    ['GET', `/claims/${id}`, 'application/ld+json;q=0', null],
    ['GET', `/claims/${id}`, undefined, null],
    ['GET', `/claims/${id}/discussion`, LD, null],
    ['POST', `/claims/${id}`, LD, null],
    ['GET', `/annotations/${id}/?page=1`, undefined, `/api/articles/${id}/annotation-collection?page=1`],
    ['OPTIONS', `/annotations/${id}/`, undefined, `/api/articles/${id}/annotation-collection`],
    ['GET', `/annotations/${id}`, LD, null],
  ])('%s %s asked for as %s leads to %s', (method, url, accept, address) => {
    expect(addressOfData({ method, url, headers: accept ? { accept } : {} })).toBe(address);
  });
});
