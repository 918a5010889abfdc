import { beforeAll, describe, expect, test } from 'vitest';
import { EVERYBODY } from '#lib/flows/folds.ts';
import { lookAtPage } from '#lib/flows/look-at-page.ts';
import { getSourcePage } from '#lib/flows/source-page.ts';
import { compareSnapshots, requireSourcePage } from '#lib/flows/source-pages.ts';
import {
  getSnapshotOperation,
  getWebPageOperation,
  listWebPagesOperation,
} from '#lib/http/contract/web-pages.ts';
import { putSetting } from '#lib/settings/mutations.ts';
import { sourced } from '#tests/factories/judged.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { AGENCY_DE, OTHERS_DE, OTHERS_EN } from '#tests/fixtures/wire.ts';
import { call } from '#tests/setup/api.ts';
import { laid, own, servePages, server } from '#tests/setup/pages-as-evidence.ts';

servePages();

let anna: TestPerson;
let moderator: TestPerson;
beforeAll(async () => {
  anna = await person({ name: 'Anna' });
  moderator = await person({ role: 'moderator' });
});

const _list = async (query: Record<string, string> = {}) =>
  (await call(listWebPagesOperation, { query })).body;
const record = (id: string, as: TestPerson | null = null) =>
  call(getWebPageOperation, { as, params: { id } });
const snapshot = (id: string, snapshotId: string, as: TestPerson | null = null) =>
  call(getSnapshotOperation, { as, params: { id, snapshotId } });

describe('one page', () => {
  test('tells where it was used, what was seen of it and how it fared', async () => {
    const url = server.page({ body: AGENCY_DE.replaceAll('Lindow', 'Borg'), title: 'Frost', lang: 'de' });
    const { pageId, claimId } = await laid(url, { quote: 'wurde 1911 gebaut' });
    await laid(url, { quote: 'Die Sicherheit der Besatzungen', stance: 'refutes' });
    server.change(url, {
      body: `Die Sicherheit der Besatzungen geht vor. ${own('Frost')}`,
      title: 'Frost, neu',
      lang: 'de',
    });
    await lookAtPage(pageId);
    server.change(url, { status: 410 });
    await lookAtPage(pageId);
    const { body } = await record(pageId);
    expect(body).toMatchObject({ title: 'Frost, neu', standing: 'gone', fullText: false, url });
    expect(body.used.items.map(({ stance }: { stance: string }) => stance)).toEqual(['refutes', 'supports']);
    expect(body.used.items[1]).toMatchObject({
      claim: { id: claimId, verdict: 'open' },
      quote: 'wurde 1911 gebaut',
    });
    expect(
      body.snapshots.map(({ title, kept, status }: Record<string, unknown>) => [title, kept, status]),
    ).toEqual([
      ['Frost, neu', true, 200],
      ['Frost', true, 200],
    ]);
    const [newer, older] = body.snapshots;
    expect(
      body.faring.map(({ snapshotId, state, sources }: Record<string, unknown>) => [
        snapshotId,
        state,
        sources,
      ]),
    ).toEqual([
      [null, 'unreachable', 2],
      [newer.id, 'missing', 1],
      [newer.id, 'verified', 1],
      [older.id, 'verified', 2],
    ]);
    const next = await call(getWebPageOperation, { params: { id: pageId }, query: { limit: '1' } });
    const rest = await call(getWebPageOperation, {
      params: { id: pageId },
      query: { limit: '1', cursor: next.body.used.nextCursor },
    });
    expect(rest.body.used.items[0].claim.id).toBe(claimId);
  });

  test('that does not exist, or is of another page', async () => {
    expect((await record(crypto.randomUUID())).status).toBe(404);
    const [one, other] = [await laid({ body: own('e') }), await laid({ body: own('f') })];
    const { snapshots } = (await record(one.pageId)).body;
    expect((await snapshot(one.pageId, snapshots[0].id)).status).toBe(200);
    expect((await snapshot(other.pageId, snapshots[0].id)).status).toBe(404);
  });
});

describe('the text of a snapshot', () => {
  test('goes to those whom the Setting names; what is quoted, with its context, to all', async () => {
    const { pageId } = await laid(
      { body: OTHERS_EN[1] ?? '', lang: 'en' },
      { quote: 'Now a notice hangs there: closed.' },
    );
    await laid((await record(pageId)).body.url, { quote: 'Now a notice hangs there', stance: 'context' });
    await laid((await record(pageId)).body.url, { quote: 'Now a notice hangs there', stance: 'context' });
    const { id } = (await record(pageId)).body.snapshots[0];
    const texts = async () => {
      const answers = await Promise.all([null, anna, moderator].map((as) => snapshot(pageId, id, as)));
      return answers.map(({ body }) => body.text !== null);
    };
    expect(await texts()).toEqual([false, true, true]);
    const { body } = await snapshot(pageId, id);
    expect(
      body.passages.map(({ exact, sources }: Record<string, unknown[]>) => [exact, sources?.length]),
    ).toEqual([
      ['Now a notice hangs there', 2],
      ['Now a notice hangs there: closed.', 1],
    ]);
    expect(body.passages[0].after).toContain('What that means');
    const full = (await snapshot(pageId, id, anna)).body;
    const { start, end, exact } = full.passages[0];
    expect(full.text.slice(start, end)).toBe(exact);
    await putSetting(null, 'sources.full-text', 'moderators');
    expect(await texts()).toEqual([false, false, true]);
    await putSetting(null, 'sources.full-text', 'everybody');
    expect(await texts()).toEqual([true, true, true]);
    await putSetting(null, 'sources.full-text', 'members');
  });

  test('is compared with an earlier one by whoever may read both', async () => {
    const url = server.page({ body: OTHERS_DE[0] });
    const { pageId } = await laid(url);
    server.change(url, { body: OTHERS_DE[0]?.replace('vierzig Meter', 'fünfzig Meter') });
    await lookAtPage(pageId);
    const { snapshots } = await requireSourcePage(EVERYBODY, pageId, { limit: 1 });
    const ids = [snapshots[0]?.id ?? '', snapshots[1]?.id ?? ''] as const;
    expect(await compareSnapshots(null, pageId, ids)).toBeNull();
    const compared = await compareSnapshots(anna, pageId, ids);
    expect(compared?.from.id).toBe(ids[1]);
    const changed =
      compared?.comparison.rows.flatMap((row) => (row.kind === 'changed' ? row.pieces : [])) ?? [];
    const removed = changed.filter(({ kind }) => kind === 'removed');
    expect(removed.map(({ oldStart, oldEnd }) => compared?.from.text.slice(oldStart, oldEnd).trim())).toEqual(
      ['vierzig'],
    );
    expect(await compareSnapshots(anna, pageId, [ids[0], ids[0]])).toBeNull();
  });
});

test('what the claims show that it was given for is folded for who could judge them, in its text too', async () => {
  const quote = 'Forty ships lay in the ice that winter';
  const source = await laid({ body: `<p>${quote}, says the book of the harbour.</p>` }, { quote });
  for (const _ of [1, 2]) await sourced(source.claimId, 'false');
  const reader = await person();
  const claimOf = ({ used }: { used: { items: { claim: object }[] } }) => used.items[0]?.claim;
  const { body: told } = await record(source.pageId);
  expect([claimOf(told), told.folds]).toMatchObject([{ verdict: 'false', folded: false }, { folded: 0 }]);
  const { body: folded } = await record(source.pageId, reader);
  expect(claimOf(folded)).toMatchObject({ id: source.claimId, verdict: 'open', folded: true });
  expect(folded.folds).toEqual({ folded: 1, revealed: 0, withheld: false });
  const snapshotId = folded.snapshots[0].id;
  const quotedIn = (body: { passages: { sources: object[] }[] }) => body.passages[0]?.sources[0];
  const seen = (await snapshot(source.pageId, snapshotId, reader)).body;
  expect(quotedIn(seen)).toMatchObject({ claim: { verdict: 'open', folded: true } });
  const page = await getSourcePage({ viewer: reader, reveal: false }, source.pageId, {});
  expect(page?.folds).toEqual({ folded: 1, revealed: 0, withheld: false });
  const asked = await getSourcePage({ viewer: reader, reveal: true }, source.pageId, {});
  expect(asked?.folds).toEqual({ folded: 0, revealed: 1, withheld: false });
  expect(asked?.shown && quotedIn(asked.shown.snapshot)).toMatchObject({ claim: { verdict: 'false' } });
  expect(claimOf((await record(source.pageId, reader)).body)).toMatchObject({ verdict: 'false' });
});
