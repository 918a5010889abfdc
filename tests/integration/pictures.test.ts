import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { Problem } from '#lib/errors/problem.ts';
import { annotate } from '#lib/flows/annotate.ts';
import { getAnnotationPictureOperation, getArticlePictureOperation } from '#lib/http/contract/interchange.ts';
import type { Operation } from '#lib/http/operation.ts';
import type { PictureTask } from '#lib/interchange/picture/claim-picture.ts';
import { VERDICT_COLOURS } from '#lib/interchange/picture/palette.ts';
import { Press } from '#lib/interchange/press/press.ts';
import { article, claim } from '#tests/factories/articles.ts';
import { person } from '#tests/factories/people.ts';
import { routeFile } from '#tests/setup/api.ts';

async function get(operation: Operation, id: string, headers: Record<string, string> = {}) {
  const { GET } = await import(routeFile(operation.path));
  const response: Response = await GET(new Request('http://localhost:3000/', { headers }), {
    params: Promise.resolve({ id }),
  });
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}

/** Width, height and the first pixel of a PNG of eight bits a channel. */
function look(png: Buffer) {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  // The first pixel is as it is, whatever the filter of its row: nothing stands before it.
  const pixel = inflateSync(Buffer.concat(data)).subarray(1, 4);
  return { width, height, corner: `#${pixel.toString('hex')}` };
}

test('a claim is drawn with its verdict, in the size that sites expect', async () => {
  const { id } = await claim();
  const { response, bytes } = await get(getAnnotationPictureOperation, id);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(look(bytes)).toEqual({ width: 1200, height: 630, corner: VERDICT_COLOURS.open });
  const etag = response.headers.get('etag') ?? '';
  expect((await get(getAnnotationPictureOperation, id, { 'if-none-match': etag })).response.status).toBe(304);
  await db().annotation.update({ where: { id }, data: { shown: 'false' } });
  const after = await get(getAnnotationPictureOperation, id, { 'if-none-match': etag });
  expect(look(after.bytes).corner).toBe(VERDICT_COLOURS.false);
  expect(after.response.headers.get('etag')).not.toBe(etag);
});

test.each([
  ['ar', 'قال الوزير إن الميناء تجمّد (أحد عشر أسبوعا) في 1709.'],
  ['he', 'אמר השר כי הנמל קפא (אחד עשר שבועות) בשנת 1709.'],
  ['zh', '港口结冰十一周，四十艘船被困在冰中。'],
  ['ja', '港は十一週間凍りつき、四十隻の船が閉じ込められた。'],
  ['ko', '항구는 11주 동안 얼어붙었다.'],
  ['hi', 'बंदरगाह ग्यारह सप्ताह तक जमा रहा।'],
  ['th', 'ท่าเรือกลายเป็นน้ำแข็งเป็นเวลาสิบเอ็ดสัปดาห์'],
  ['en', '👩🏽‍🚒 🇩🇪 ❤️ of 𓀀 \u0001 \u202e and \u0378 </svg><script>'],
  ['en', `${'W'.repeat(499)}`],
  ['en', ' '],
])('no words break it: %s %s', async (lang, statement) => {
  const on = await article({ lang, title: statement.slice(0, 200) });
  const { id } = await claim({ on, statement });
  const { response, bytes } = await get(getAnnotationPictureOperation, id);
  expect(response.status).toBe(200);
  expect(look(bytes)).toMatchObject({ width: 1200, height: 630 });
});

test('a remark is drawn as one', async () => {
  const on = await article();
  const { id } = await annotate(await person(), on.id, {
    kind: 'remark',
    target: { exact: 'Danzig' },
    sources: [],
  });
  const { bytes } = await get(getAnnotationPictureOperation, id);
  expect(look(bytes).corner).toBe(VERDICT_COLOURS.open);
});

test('one that was withdrawn shows no verdict, whatever others gave', async () => {
  const { id } = await claim();
  await db().annotation.update({ where: { id }, data: { state: 'withdrawn', shown: 'false' } });
  const { bytes } = await get(getAnnotationPictureOperation, id);
  expect(look(bytes).corner).toBe(VERDICT_COLOURS.open);
  await db().annotation.update({ where: { id }, data: { shown: 'true', standing: 'settled' } });
  expect((await get(getAnnotationPictureOperation, id)).bytes.equals(bytes)).toBe(true);
});

test('a verdict that a ruling gave says so', async () => {
  const { id } = await claim();
  await db().annotation.update({ where: { id }, data: { shown: 'false', standing: 'assessed' } });
  const { bytes } = await get(getAnnotationPictureOperation, id);
  await db().annotation.update({ where: { id }, data: { standing: 'settled' } });
  const settled = await get(getAnnotationPictureOperation, id);
  expect(look(settled.bytes).corner).toBe(VERDICT_COLOURS.false);
  expect(settled.bytes.equals(bytes)).toBe(false);
});

test('what nobody may read is not drawn; an article is', async () => {
  const on = await article();
  const { id } = await claim({ on });
  await db().annotation.update({ where: { id }, data: { state: 'hidden' } });
  expect((await get(getAnnotationPictureOperation, id)).response.status).toBe(404);
  const { response, bytes } = await get(getArticlePictureOperation, on.slug);
  expect([response.status, look(bytes).width]).toEqual([200, 1200]);
});

test('a task that takes too long is given up, and the next one is done', async () => {
  const picture: PictureTask = {
    words: 'Ice',
    lang: 'en',
    look: 'article',
    verdict: '',
    note: '',
    under: '',
    host: '',
  };
  const hasty = new Press({ longestMs: 1, waitingMax: 1 });
  const late = hasty.run({ kind: 'picture', picture });
  await expect(hasty.run({ kind: 'picture', picture })).rejects.toThrow(Problem);
  await expect(late).rejects.toThrow('too long');
  const patient = new Press({ longestMs: 20_000, waitingMax: 1 });
  expect(look(Buffer.from(await patient.run({ kind: 'picture', picture }))).height).toBe(630);
});
