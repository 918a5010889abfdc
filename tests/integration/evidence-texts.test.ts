import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { voicesOf } from '#lib/evidence/voices.ts';
import { keepTextsInTime } from '#lib/flows/keep-texts.ts';
import { lookAtPage } from '#lib/flows/look-at-page.ts';
import { getAnnotationOperation } from '#lib/http/contract/annotations.ts';
import { addSourceOperation, getSourceOperation } from '#lib/http/contract/evidence.ts';
import { putSetting } from '#lib/settings/mutations.ts';
import { claim } from '#tests/factories/articles.ts';
import { linesAt, pdfOf } from '#tests/factories/pdf.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { AGENCY_DE, CUT_DE, OTHERS_DE } from '#tests/fixtures/wire.ts';
import { call } from '#tests/setup/api.ts';
import { PageServer } from '#tests/setup/page-server.ts';

const server = new PageServer();
let anna: TestPerson;
beforeAll(async () => {
  await server.start();
  anna = await person({ name: 'Anna' });
});
afterAll(() => server.stop());

async function lay(url: string, quote = '', claimId?: string, as = anna): Promise<string> {
  const id = claimId ?? (await claim()).id;
  const body = { url, stance: 'supports', quote };
  return (await call(addSourceOperation, { as, params: { id }, body })).body.id;
}

const pageIdOf = async (id: string) => (await db().source.findUniqueOrThrow({ where: { id } })).pageId;
const look = async (id: string) => lookAtPage(await pageIdOf(id));
const read = async (id: string) => (await call(getSourceOperation, { params: { id } })).body;
const findingsOf = (sourceId: string) =>
  db().finding.findMany({ where: { sourceId }, orderBy: { id: 'asc' } });

describe('one voice', () => {
  test('is what five papers print of one report, and another report is another', async () => {
    const { id } = await claim();
    const papers = [AGENCY_DE, AGENCY_DE, CUT_DE, `Mantelteil\n${AGENCY_DE}`, AGENCY_DE.replaceAll('«', '„')];
    for (const body of [...papers, OTHERS_DE[0]]) {
      await look(await lay(server.page({ body, lang: 'de', title: 'Hafen gesperrt' }), '', id));
    }
    const { sources } = (await call(getAnnotationOperation, { params: { id } })).body;
    expect(voicesOf(sources as { voice: string }[]).map((voice) => voice.length)).toEqual([5, 1]);
  });

  test('is a page in every variant of its address, whoever gives it, before it was looked at too', async () => {
    const { id } = await claim();
    const url = server.page({ body: OTHERS_DE[1] });
    const boris = await person();
    const first = await lay(url, '', id);
    const second = await lay(`${url}/?utm_source=letter#top`, '', id, boris);
    const voices = async () => [(await read(first)).voice, (await read(second)).voice];
    expect(new Set(await voices()).size).toBe(1);
    await look(first);
    expect(new Set(await voices()).size).toBe(1);
    expect(await db().webPage.count({ where: { url: { startsWith: url } } })).toBe(1);
  });

  test('has one beginning, though its pages are looked at in the same moment', async () => {
    const body = AGENCY_DE.replaceAll(/Lindow|Hafen|Mauer|Kai/g, (word) => `${word}fjord`);
    const laid = [];
    for (let at = 0; at < 4; at += 1) laid.push(await lay(server.page({ body })));
    await Promise.all(laid.map(look));
    const voices = await Promise.all(laid.map(async (id) => (await read(id)).voice));
    expect(new Set(voices).size).toBe(1);
  });

  test('is told anew when a page carries another text, though its quote stands in both', async () => {
    const quote = 'Die Sicherheit der Besatzungen geht vor';
    const url = server.page({ body: AGENCY_DE });
    const id = await lay(url, quote);
    await look(id);
    const { voice } = await read(id);
    server.change(url, { body: `${quote}. ${OTHERS_DE.join('\n')}` });
    const told = () => db().event.count({ where: { kind: 'source.checked', subjectId: id } });
    const before = await told();
    await look(id);
    expect((await read(id)).state).toBe('verified');
    expect((await read(id)).voice).not.toBe(voice);
    expect(await told()).toBe(before + 1);
  });

  test('is none of texts of a few words', async () => {
    const [one, other] = [
      await lay(server.page({ body: 'Nothing to see.' })),
      await lay(server.page({ body: 'Nothing to see.' })),
    ];
    await look(one);
    await look(other);
    expect((await read(one)).voice).not.toBe((await read(other)).voice);
  });

  test('is given to texts that were kept before there were any', async () => {
    const id = await lay(server.page({ body: AGENCY_DE }));
    await look(id);
    const pageId = await pageIdOf(id);
    const { voice } = await read(id);
    await db().snapshot.updateMany({ where: { pageId }, data: { voiceId: null } });
    await db().webPage.update({ where: { id: pageId }, data: { voiceId: null } });
    expect((await read(id)).voice).toBe(pageId);
    await keepTextsInTime(new Date());
    expect((await read(id)).voice).toBe(voice);
  });
});

describe('a PDF', () => {
  test('is a source like any other: read, kept, and its quote looked for', async () => {
    const lines = [
      'The harbour master counted thirty-one ships on the second of',
      'February 1709, and wrote them down in the book of the harbour,',
      'which is kept in the archive of the town of Lindow.',
    ];
    const body = pdfOf([linesAt(72, 100, lines)], { title: 'The book of the harbour' });
    const id = await lay(
      server.page({ body, type: 'application/pdf' }),
      'on the second of February 1709, and wrote',
    );
    await look(id);
    const source = await read(id);
    expect(source).toMatchObject({ state: 'verified', title: 'The book of the harbour', failure: null });
    const [finding] = await findingsOf(id);
    expect(finding?.exact).toBe('on the second of February 1709, and wrote');
    const snapshot = await db().snapshot.findUniqueOrThrow({ where: { id: finding?.snapshotId ?? '' } });
    expect(snapshot.contentType).toBe('application/pdf');
  });

  test.each([
    ['broken', Buffer.from('%PDF-1.7 and then nothing')],
    ['encrypted', pdfOf([linesAt(72, 100, ['Secret words'])], { locked: true })],
    ['scanned', pdfOf([[]])],
  ])('that cannot be read is unreachable: %s', async (failure, body) => {
    const id = await lay(server.page({ body, type: 'application/pdf' }), 'words');
    await look(id);
    expect(await read(id)).toMatchObject({ state: 'unreachable', failure });
  });
});

test('what a page says of itself is kept with the snapshot', async () => {
  const url = server.page({ body: AGENCY_DE, lang: 'de', title: 'Hafen gesperrt' });
  server.change(url, { body: AGENCY_DE, lang: 'de', title: 'Hafen gesperrt', canonical: `${url}-canonical` });
  const id = await lay(url);
  await look(id);
  const snapshot = await db().snapshot.findFirstOrThrow({ where: { pageId: await pageIdOf(id) } });
  expect(snapshot).toMatchObject({
    title: 'Hafen gesperrt',
    publisher: 'The Lindow Gazette',
    byline: 'Nora Lind',
    lang: 'de',
    url,
    canonicalUrl: `${url}-canonical`,
    status: 200,
  });
});

describe('how a source fared is kept', () => {
  test('line by line, with the words that stood there', async () => {
    const url = server.page({ body: AGENCY_DE });
    const id = await lay(url, 'kostet rund 40 Millionen Kronen');
    await look(id);
    await look(id);
    server.change(url, { body: OTHERS_DE[0] });
    await look(id);
    server.change(url, { status: 410 });
    await look(id);
    await look(id);
    const findings = await findingsOf(id);
    expect(findings.map(({ state, exact }) => [state, exact])).toEqual([
      ['verified', 'kostet rund 40 Millionen Kronen'],
      ['missing', ''],
      ['unreachable', ''],
    ]);
    expect(findings[0]?.before).toContain('voraussichtlich elf Wochen');
    expect(findings[0]?.after).toContain('1968');
    expect(findings[2]?.snapshotId).toBeNull();
  });
});

describe('a text that was kept long enough', () => {
  const YEAR = 365 * 86_400_000;
  const inTime = (ms: number) => keepTextsInTime(new Date(Date.now() + ms));
  const snapshotOf = async (id: string) =>
    db().snapshot.findFirstOrThrow({ where: { pageId: await pageIdOf(id) }, orderBy: { id: 'desc' } });

  test('is forgotten, and what is quoted of it stays; the page being there does not bring it back', async () => {
    const url = server.page({ body: AGENCY_DE });
    const id = await lay(url, 'kostet rund 40 Millionen Kronen');
    await look(id);
    await inTime(50 * YEAR);
    expect((await snapshotOf(id)).text).not.toBeNull();
    await putSetting(null, 'sources.keep-text', 365);
    await inTime(YEAR - 60_000);
    expect((await snapshotOf(id)).text).not.toBeNull();
    await inTime(YEAR + 60_000);
    const forgotten = await snapshotOf(id);
    expect([forgotten.text, forgotten.sha256.length]).toEqual([null, 64]);
    expect(await read(id)).toMatchObject({ state: 'verified', snapshot: { sha256: forgotten.sha256 } });
    expect((await findingsOf(id))[0]?.exact).toBe('kostet rund 40 Millionen Kronen');

    const other = await lay(url, 'wurde 1911 gebaut');
    expect((await read(other)).state).toBe('pending');
    await look(other);
    expect((await snapshotOf(id)).id).toBe(forgotten.id);
    expect((await snapshotOf(id)).text).toBeNull();
    expect((await read(other)).state).toBe('verified');
    expect((await findingsOf(other))[0]?.exact).toBe('wurde 1911 gebaut');
    await putSetting(null, 'sources.keep-text', 'forever');
  });

  test('goes only when its quotes are kept, and nothing else of a snapshot changes', async () => {
    const id = await lay(server.page({ body: AGENCY_DE }), 'wurde 1911 gebaut');
    await look(id);
    const { id: snapshotId } = await snapshotOf(id);
    const where = { id: snapshotId };
    await db().finding.deleteMany({ where: { sourceId: id } });
    const forget = () => db().snapshot.update({ where, data: { text: null } });
    await expect(forget()).rejects.toThrow(/constraint/);
    for (const data of [{ text: 'forged' }, { title: 'forged' }, { publishedAt: null }, { lang: 'xx' }])
      await expect(db().snapshot.update({ where, data })).rejects.toThrow(/constraint/);
    // What was looked for before findings were kept is kept by the job.
    await putSetting(null, 'sources.keep-text', 30);
    await inTime(YEAR);
    expect((await snapshotOf(id)).text).toBeNull();
    expect((await findingsOf(id)).map(({ exact }) => exact)).toEqual(['wurde 1911 gebaut']);
    await expect(db().snapshot.update({ where, data: { text: AGENCY_DE } })).rejects.toThrow();
    await putSetting(null, 'sources.keep-text', 'forever');
  });

  test('whose kept words are not its own does not go', async () => {
    const id = await lay(server.page({ body: AGENCY_DE }), 'wurde 1911 gebaut');
    await look(id);
    await db().finding.updateMany({ where: { sourceId: id }, data: { exact: 'wurde 1912 gebaut' } });
    const { id: snapshotId } = await snapshotOf(id);
    await expect(db().snapshot.update({ where: { id: snapshotId }, data: { text: null } })).rejects.toThrow();
  });
});
