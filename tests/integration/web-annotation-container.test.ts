import { beforeAll, describe, expect, test } from 'vitest';
import { annotate } from '#lib/flows/annotate.ts';
import { getAnnotationCollectionOperation } from '#lib/http/contract/interchange.ts';
import { addressOfData } from '#lib/http/data-address.ts';
import { article } from '#tests/factories/articles.ts';
import { person } from '#tests/factories/people.ts';
import { brokenByCollection } from '#tests/setup/annotation-rules.ts';
import { call } from '#tests/setup/api.ts';
import { expand, type Node } from '#tests/setup/json-ld.ts';

const BASE = 'http://localhost:3000';
const LD = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';

describe('the container of an article', () => {
  const COUNT = 110;
  const words = Array.from({ length: COUNT }, (_, n) => `Word${n} stands here.`);
  let on: Awaited<ReturnType<typeof article>>;
  let iri: string;
  beforeAll(async () => {
    on = await article({ text: words.join(' ') });
    iri = `${BASE}/annotations/${on.id}/`;
    const by = await person();
    for (const n of words.keys())
      await annotate(by, on.id, { kind: 'claim', target: { exact: `Word${n} stands` }, sources: [] });
  });

  const list = (query: Record<string, string> = {}, include = '') =>
    call(getAnnotationCollectionOperation, {
      params: { id: on.id },
      query,
      headers: include ? { prefer: `return=representation;include="${include}"` } : {},
    });
  /** What is at an address of it. */
  const at = (address: string) => {
    expect(addressOfData({ method: 'GET', url: address.slice(BASE.length), headers: {} })).toContain(on.id);
    return list(Object.fromEntries(new URL(address).searchParams));
  };
  const brokenBy = async (given: object) => brokenByCollection((await expand(given))[0] as Node);

  test('leads through all of them in the order of the text, there and back', async () => {
    const { body: container } = await list();
    expect(await brokenBy(container)).toEqual([]);
    expect(container).toMatchObject({
      id: iri,
      type: ['BasicContainer', 'AnnotationCollection'],
      total: COUNT,
      first: { startIndex: 0, partOf: iri },
    });
    const pages = [(await at(container.first.id)).body];
    for (let next = pages[0].next; next; next = pages.at(-1).next) pages.push((await at(next)).body);
    for (const page of pages) expect(await brokenBy(page)).toEqual([]);
    expect(pages.at(-1).id).toBe(container.last);
    expect(pages.map(({ startIndex }) => startIndex)).toEqual([0, 50, 100]);
    expect(pages.map(({ prev }) => prev)).toEqual([undefined, pages[0].id, pages[1].id]);
    expect(pages[0]).toMatchObject({ partOf: { id: iri, total: COUNT }, items: container.first.items });
    const exacts = pages.flatMap(({ items }) => items).map(({ target }) => target[0].selector[0].exact);
    expect(exacts).toEqual([...words.keys()].map((n) => `Word${n} stands`));
  });

  test('says what it is, what may be done, and its version', async () => {
    const { headers } = await list();
    expect(headers.get('content-type')).toBe(LD);
    const link = headers.get('link') ?? '';
    expect(link).toContain('<http://www.w3.org/ns/ldp#BasicContainer>; rel="type"');
    expect(link).toContain('<http://www.w3.org/ns/ldp#Resource>; rel="type"');
    expect(link).toContain(
      '<http://www.w3.org/TR/annotation-protocol/>; rel="http://www.w3.org/ns/ldp#constrainedBy"',
    );
    expect(headers.get('vary')).toBe('Accept, Prefer');
    expect(headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    expect(headers.get('content-location')).toBe(`${iri}?iris=0`);
    expect(headers.get('access-control-expose-headers')).toContain('link');
    const again = { params: { id: on.id }, headers: { 'if-none-match': headers.get('etag') ?? '' } };
    expect((await call(getAnnotationCollectionOperation, again)).status).toBe(304);
  });

  test('holds as much as is asked for', async () => {
    const IRIS = 'http://www.w3.org/ns/oa#PreferContainedIRIs';
    const MINIMAL = 'http://www.w3.org/ns/ldp#PreferMinimalContainer';
    const DESCRIPTIONS = 'http://www.w3.org/ns/oa#PreferContainedDescriptions';
    const names = await list({}, IRIS);
    expect(names.body.first.items.every((item: unknown) => /\/claims\/[0-9a-f-]+$/.test(String(item)))).toBe(
      true,
    );
    expect(names.headers.get('content-location')).toBe(`${iri}?iris=1`);
    expect(names.headers.get('preference-applied')).toBe('return=representation');
    expect((await at(`${iri}?iris=1`)).body).toEqual(names.body);
    const { body: second } = await at(names.body.first.next);
    expect([second.items.length, typeof second.items[0]]).toEqual([50, 'string']);
    const minimal = await list({}, MINIMAL);
    expect(minimal.body.first).toBe(`${iri}?page=0&iris=0`);
    expect((await list({}, `${MINIMAL} ${IRIS}`)).body).toEqual(names.body);
    expect((await list({}, `${IRIS} ${DESCRIPTIONS}`)).body).toEqual((await list()).body);
    expect((await list({ page: '0', iris: '0' }, IRIS)).body.items[0]).toMatchObject({ type: 'Annotation' });
  });

  test('ends, and an empty one has no page', async () => {
    expect((await list({ page: '3' })).status).toBe(404);
    expect((await list({ page: '-1' })).status).toBe(422);
    const empty = await article();
    const { body: none } = await call(getAnnotationCollectionOperation, { params: { id: empty.slug } });
    expect([none.total, none.first, none.last]).toEqual([0, undefined, undefined]);
  });
});
