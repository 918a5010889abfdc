import { describe, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { lookAtPage } from '#lib/flows/look-at-page.ts';
import { voteOnSourceOperation } from '#lib/http/contract/evidence.ts';
import { getSnapshotOperation, getWebPageOperation } from '#lib/http/contract/web-pages.ts';
import { claim } from '#tests/factories/articles.ts';
import { workOff } from '#tests/factories/mails.ts';
import { call } from '#tests/setup/api.ts';
import {
  boris,
  COUNT,
  give,
  lay,
  look,
  playPages,
  QUOTE,
  read,
  rowOf,
  site,
} from '#tests/setup/laying-sources.ts';

playPages();

const TEXT = `${COUNT} The book says of each ship where it came from, what it carried and how long it lay in the harbour.`;
/** Quotes the book, and is about something else. */
const OTHER =
  'A school in the upper town has a new roof since the summer, which cost twice what the council had set aside; the builders found rot in nine of its beams and a nest of swifts under the tiles, and waited until the young had flown. Of an old report only this much was read out to the pupils:';
const pageIdOf = async (id: string) => (await rowOf(id)).pageId;
const joinedTo = async (pageId: string) =>
  (await db().webPage.findUniqueOrThrow({ where: { id: pageId } })).joinedToId;

/** A page, and another address of it that says so: at each a source is laid, and the second one is looked at last. */
async function twoAddresses({ body = TEXT, other = TEXT }: { body?: string; other?: string } = {}) {
  const path = site.put({ body });
  const variant = site.put({ body: other, canonical: path });
  const one = await lay(path, { quote: QUOTE });
  const two = await lay(variant, { quote: QUOTE });
  return { path, variant, one, two, pages: [await pageIdOf(one), await pageIdOf(two)] as const };
}

describe('a page that says it stands at another address', () => {
  test('is one page with it, whichever is looked at first: sources, votes, findings and snapshots go over', async () => {
    const { one, two, pages } = await twoAddresses();
    await look(two);
    await call(voteOnSourceOperation, { as: boris, params: { id: two }, body: { value: 1 } });
    expect((await read(two)).state).toBe('verified');
    const [snapshot] = await db().snapshot.findMany({ where: { pageId: pages[1] } });
    const findings = await db().finding.count({ where: { sourceId: two } });
    await look(one);
    expect([await pageIdOf(one), await pageIdOf(two)]).toEqual([pages[0], pages[0]]);
    expect(await joinedTo(pages[1])).toBe(pages[0]);
    expect(await read(two)).toMatchObject({
      state: 'verified',
      pageId: pages[0],
      votes: { useful: 1 },
      movedTo: null,
    });
    expect(await db().finding.count({ where: { sourceId: two } })).toBeGreaterThanOrEqual(findings);
    expect((await db().snapshot.findUniqueOrThrow({ where: { id: snapshot?.id ?? '' } })).pageId).toBe(
      pages[0],
    );
    expect(
      await db().event.findFirst({
        where: { kind: 'web-page.joined', subjectId: pages[1] },
        select: { data: true },
      }),
    ).toEqual({ data: { joinedTo: pages[0] } });
  });

  test('is asked for when it is seen after the other one', async () => {
    const { one, two, pages } = await twoAddresses();
    await look(one);
    await look(two);
    // It only said so; whether it is, the look at the other address shows.
    expect(await pageIdOf(two)).toBe(pages[1]);
    await workOff();
    expect(await pageIdOf(two)).toBe(pages[0]);
  });

  test('answers under its old id too, with what was seen of it', async () => {
    const { two, pages } = await twoAddresses();
    await workOff();
    const record = await call(getWebPageOperation, { params: { id: pages[1] } });
    expect(record).toMatchObject({ status: 200, body: { id: pages[0] } });
    expect(record.body.used.items).toHaveLength(2);
    const { snapshotId } = await rowOf(two);
    const seen = await call(getSnapshotOperation, { params: { id: pages[1], snapshotId: snapshotId ?? '' } });
    expect(seen).toMatchObject({ status: 200, body: { pageId: pages[0] } });
  });

  test('is known under both addresses from then on: who gives either again has given it', async () => {
    const { path, variant, pages } = await twoAddresses();
    await workOff();
    const on = (await claim()).id;
    const third = (await give({ on, url: `${site.origin}${variant}?utm_source=x` })).body.id;
    expect(await pageIdOf(third)).toBe(pages[0]);
    expect(await give({ on, url: site.origin + path })).toMatchObject({
      status: 409,
      body: { code: 'source-exists' },
    });
    site.asked.length = 0;
    await look(third);
    expect(site.asked).toEqual([path]);
  });

  test('keeps both sources of somebody who gave both addresses beside one claim', async () => {
    const on = (await claim()).id;
    const path = site.put({ body: TEXT });
    const variant = site.put({ body: TEXT, canonical: path });
    const one = await lay(path, { on, quote: QUOTE });
    const two = await lay(variant, { on, quote: 'wrote them down' });
    await workOff();
    expect(await pageIdOf(two)).toBe(await pageIdOf(one));
    expect([(await read(one)).state, (await read(two)).state]).toEqual(['verified', 'verified']);
  });

  test('is joined though nobody gave that address, where two say so', async () => {
    const path = site.put({ body: TEXT });
    const first = await lay(site.put({ body: TEXT, canonical: path }), { quote: QUOTE });
    await workOff();
    expect(site.asked).not.toContain(path);
    const second = await lay(site.put({ body: TEXT, canonical: path }), { quote: QUOTE });
    await workOff();
    const page = await db().webPage.findUniqueOrThrow({ where: { id: await pageIdOf(first) } });
    expect(page.url).toBe(site.origin + path);
    expect(await pageIdOf(second)).toBe(page.id);
    expect((await read(first)).state).toBe('verified');
  });

  test('leads through to where that was joined itself, at one step', async () => {
    const { variant, pages } = await twoAddresses();
    await workOff();
    const third = await lay(site.put({ body: TEXT, canonical: variant }), { quote: QUOTE });
    const was = await pageIdOf(third);
    await workOff();
    expect(await pageIdOf(third)).toBe(pages[0]);
    expect(await joinedTo(was)).toBe(pages[0]);
  });

  test('is joined once where both say it of each other, and both are looked at at the same moment', async () => {
    const path = site.put({ body: TEXT });
    const variant = site.put({ body: TEXT, canonical: path });
    site.pages.set(path, { body: TEXT, canonical: variant });
    const sources = [await lay(path, { quote: QUOTE }), await lay(variant, { quote: QUOTE })];
    const pages = [await pageIdOf(sources[0] ?? ''), await pageIdOf(sources[1] ?? '')];
    await Promise.all(pages.map(lookAtPage));
    await Promise.all(pages.map(lookAtPage));
    await workOff();
    const left = await Promise.all(sources.map(pageIdOf));
    expect(new Set(left).size).toBe(1);
    expect((await Promise.all(pages.map(joinedTo))).filter(Boolean)).toHaveLength(1);
    expect((await Promise.all(sources.map((id) => read(id)))).map(({ state }) => state)).toEqual([
      'verified',
      'verified',
    ]);
  });

  test('takes along what is laid on it at the same moment', async () => {
    const { one, pages, variant } = await twoAddresses();
    await lookAtPage(pages[1]);
    const given = await Promise.all([
      lookAtPage(pages[0]),
      ...Array.from({ length: 6 }, () => lay(variant, { quote: QUOTE })),
    ]);
    await workOff();
    const ids = given.filter((id) => typeof id === 'string');
    expect(new Set(await Promise.all([one, ...ids].map(pageIdOf)))).toEqual(new Set([pages[0]]));
    expect(new Set(await Promise.all(ids.map(async (id) => (await read(id)).state)))).toEqual(
      new Set(['verified']),
    );
    expect(await db().source.count({ where: { pageId: pages[1] } })).toBe(0);
  });
});

describe('a page that only says so', () => {
  test('is left alone where the other one holds something else', async () => {
    const { two, pages } = await twoAddresses({
      other: `${OTHER} ${QUOTE}.`,
    });
    await workOff();
    expect(await pageIdOf(two)).toBe(pages[1]);
    expect((await read(two)).state).toBe('verified');
  });

  test('is left alone where a quote that stands in it is not in the other one', async () => {
    const more = `${TEXT} On the margin somebody added a thirty-second ship.`;
    const path = site.put({ body: TEXT });
    const two = await lay(site.put({ body: more, canonical: path }), {
      quote: 'somebody added a thirty-second ship',
    });
    await lay(path, { quote: QUOTE });
    await workOff();
    expect(await read(two)).toMatchObject({ state: 'verified', lostAt: null });
    expect(await joinedTo(await pageIdOf(two))).toBeNull();
  });

  test('is left alone where the other one cannot be had', async () => {
    const two = await lay(site.put({ body: TEXT, canonical: '/never-there-1' }), { quote: QUOTE });
    const one = await lay('/never-there-1');
    await workOff();
    expect(await pageIdOf(two)).not.toBe(await pageIdOf(one));
    expect((await read(two)).state).toBe('verified');
    expect((await read(one)).state).toBe('unreachable');
  });

  test('never says what stands at the other one: not its text, nor what it says later', async () => {
    const { path, variant, one, two, pages } = await twoAddresses({
      other: TEXT.replace('thirty-one', 'ninety-nine'),
    });
    await db().source.update({ where: { id: two }, data: { quote: '' } });
    await workOff();
    expect(await pageIdOf(two)).toBe(pages[0]);
    expect((await read(one)).state).toBe('verified');
    site.pages.set(variant, { body: 'The harbour was closed, and nobody counted anything at all.' });
    await look(two);
    expect((await read(one)).state).toBe('verified');
    const [newest] = await db().snapshot.findMany({
      where: { pageId: pages[0] },
      orderBy: { id: 'desc' },
      take: 1,
    });
    expect(newest).toMatchObject({ url: site.origin + path });
    expect(newest?.text).toContain('thirty-one');
  });

  test('is not the wall that it was led to', async () => {
    const wall = site.put({ body: TEXT, canonical: '/wall-1' });
    const led = [site.put({ to: wall }), site.put({ to: wall })];
    const ids = await Promise.all(led.map((path) => lay(path)));
    await workOff();
    expect(new Set(await Promise.all(ids.map(pageIdOf))).size).toBe(2);
  });
});

test('snapshots stay with their page but for one that was joined', async () => {
  const { one, two, pages } = await twoAddresses({ other: 'Something else. '.repeat(12) });
  await Promise.all([look(one), look(two)]);
  await expect(
    db().snapshot.updateMany({ where: { pageId: pages[1] }, data: { pageId: pages[0] } }),
  ).rejects.toThrow();
});
