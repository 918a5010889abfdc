import { beforeAll, describe, expect, test } from 'vitest';
import type { ArticleView } from '#lib/article/schema.ts';
import { db } from '#lib/db/client.ts';
import { transaction } from '#lib/db/transaction.ts';
import { changeComment, withdrawComment } from '#lib/flows/discuss.ts';
import { takeAnnotationBack } from '#lib/flows/edit-annotation.ts';
import { giveSource } from '#lib/flows/evidence.ts';
import { giveVerdict } from '#lib/flows/judge.ts';
import { article, claim } from '#tests/factories/articles.ts';
import { comment } from '#tests/factories/comments.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { about, decided, walk } from '#tests/setup/moderating.ts';
import { finding, found, markedIn } from '#tests/setup/searching.ts';

let ann: TestPerson;
let ben: TestPerson;
let moderator: TestPerson;
let harbour: ArticleView;
beforeAll(async () => {
  ann = await person({ name: 'Ann Abel' });
  ben = await person();
  moderator = await person({ role: 'moderator' });
  harbour = await article({ by: ann, title: 'Eleven weeks of ice' });
});

const source = (url: string, rest: { quote?: string; note?: string } = {}) =>
  ({ url, stance: 'context', quote: '', note: '', ...rest }) as const;

describe('what is found', () => {
  test('an article by its title, its text and its author; with the words around it', async () => {
    expect(await found('weeks ice')).toContain(`article ${harbour.id}`);
    const { items } = await finding('Danzig', { kind: 'article' });
    expect(items[0]).toMatchObject({
      kind: 'article',
      id: harbour.id,
      path: `/articles/${harbour.slug}`,
      title: { text: 'Eleven weeks of ice', marks: [] },
      person: { name: 'Ann Abel' },
    });
    expect(items[0]?.snippet.text).toContain('the council bought rye in Danzig');
    expect(markedIn(items[0]?.snippet ?? { text: '', marks: [] })).toEqual(['Danzig']);
  });

  test('a claim by its statement and by the words that it marks, with what it shows', async () => {
    const lit = await claim({ by: ann, on: harbour, statement: 'The Turquoise lighthouse was lit in 1783.' });
    const { items } = await finding('turquoise lighthouses');
    expect(items[0]).toMatchObject({ kind: 'claim', id: lit.id, verdict: 'open', path: `/claims/${lit.id}` });
    expect(markedIn(items[0]?.title ?? { text: '', marks: [] })).toEqual(['Turquoise', 'lighthouse']);
    expect(await found('1783', { kind: 'claim' })).toEqual([`claim ${lit.id}`]);
    expect(await found('forty ships', { kind: 'claim' })).toContain(`claim ${lit.id}`);
  });

  test('a source by its quote, its note, its address and the title of its page', async () => {
    const on = await claim({ on: harbour });
    const given = await giveSource(
      ann,
      on.id,
      source('https://www.almanach.example.org/frost_reports/1709', {
        quote: 'The Quicksilver stood lower than ever.',
        note: 'From the parish ledger.',
      }),
    );
    await db().webPage.updateMany({
      where: { sources: { some: { id: given.id } } },
      data: { title: 'Meteorological Gazette' },
    });
    for (const q of [
      'quicksilver',
      'parish ledger',
      'almanach',
      'frost reports',
      'gazette',
      'gazette quicksilver',
    ])
      expect(await found(q, { kind: 'source' }), q).toEqual([`source ${given.id}`]);
    const [item] = (await finding('quicksilver')).items;
    expect(item).toMatchObject({ path: `/claims/${on.id}#source-${given.id}`, url: given.url });
  });

  test('comments on articles and on claims, those of guests too', async () => {
    const on = await claim({ on: harbour });
    const one = await comment({
      by: ann,
      on: { article: harbour.id },
      text: 'What about the Wagtail brothers?',
    });
    const two = await comment({ by: null, on: { annotation: on.id }, text: 'The wagtail flew.' });
    const { items } = await finding('wagtail');
    expect(items.map(({ id }) => id).sort()).toEqual([one.id, two.id].sort());
    expect(items.find(({ id }) => id === two.id)).toMatchObject({
      person: null,
      guest: { name: expect.stringContaining('Guest') },
      title: null,
      path: `/comments/${two.id}`,
      article: { id: harbour.id },
    });
  });

  test('what was changed is found by its new words and not by the old ones', async () => {
    const said = await comment({ by: ann, on: { article: harbour.id }, text: 'It was a Nightjar.' });
    await changeComment(ann, said.id, { text: 'It was a Bullfinch.', version: said.version });
    expect(await found('bullfinch')).toEqual([`comment ${said.id}`]);
    expect(await found('nightjar')).toEqual([]);
  });

  test('HTML in a text stays text, and offsets are those of the text', async () => {
    const text = '👩‍🚒 <b>Ploverbait</b> & <script>alert(1)</script>';
    await comment({ on: { article: harbour.id }, text });
    const [item] = (await finding('ploverbait')).items;
    expect(item?.snippet.text).toBe(text);
    expect(markedIn(item?.snippet ?? { text: '', marks: [] })).toEqual(['Ploverbait']);
    expect(await found('alert', { kind: 'comment' })).toHaveLength(1);
  });

  test('better matches come first, and pages follow each other without gaps', async () => {
    const on = await article({ title: 'Nothing' });
    for (let n = 0; n < 7; n += 1)
      await comment({ on: { article: on.id }, text: `Somebody mentions Corncrake, number ${n}.` });
    const titled = await article({ title: 'The corncrake returns' });
    const all = await finding('corncrake');
    expect(all.items[0]?.id).toBe(titled.id);
    const walked = await walk((query) => finding('corncrake', query), 3);
    expect(walked.map(({ id }) => id)).toEqual(all.items.map(({ id }) => id));
    const begun = await finding('corncrake', { limit: '3' });
    await comment({ on: { article: on.id }, text: 'A corncrake corncrake that came later.' });
    const next = await finding('corncrake', { limit: '3', cursor: begun.nextCursor ?? '' });
    expect(next.items.map(({ id }) => id)).toEqual(all.items.slice(3, 6).map(({ id }) => id));
  });
});

describe('filters', () => {
  test('kind, verdict, article, language and days', async () => {
    const on = await article({ title: 'Der Zaunkönig', lang: 'de', text: 'Ein Zaunkönig sitzt hier.' });
    const mark = await claim({
      by: ann,
      on,
      exact: 'Ein Zaunkönig',
      statement: 'Ein Zaunkönig wiegt neun Gramm.',
    });
    const said = await comment({ on: { annotation: mark.id }, text: 'Zaunkönig, wie schön.' });
    const elsewhere = await comment({ on: { article: harbour.id }, text: 'Zaunkönig is wren.' });
    const given = await giveSource(ben, mark.id, source('https://example.org/wren'));
    for (const who of [ben, moderator])
      await giveVerdict(who, mark.id, { verdict: 'false', rationale: undefined, sourceIds: [given.id] });
    const [a, n, c, e] = [
      `article ${on.id}`,
      `claim ${mark.id}`,
      `comment ${said.id}`,
      `comment ${elsewhere.id}`,
    ];
    expect((await found('zaunkönig')).sort()).toEqual([a, n, c, e].sort());
    expect(await found('zaunkönig', { kind: 'claim' })).toEqual([n]);
    expect(await found('zaunkönig', { verdict: 'false' })).toEqual([n]);
    expect(await found('zaunkönig', { verdict: 'true' })).toEqual([]);
    expect((await found('zaunkönig', { lang: 'de' })).sort()).toEqual([a, n, c].sort());
    expect((await found('zaunkönig', { article: on.slug })).sort()).toEqual([a, n, c].sort());
    expect((await found('zaunkönig', { article: harbour.id })).sort()).toEqual([e]);
    expect(await found('zaunkönig', { article: 'no-such' })).toEqual([]);
    const today = new Date().toISOString().slice(0, 10);
    expect(await found('zaunkönig', { to: '2020-01-01' })).toEqual([]);
    expect(await found('zaunkönig', { from: today, to: today, kind: 'claim' })).toEqual([n]);
  });
});

describe('only what everybody can read', () => {
  const unseen = ['pending', 'hidden', 'rejected', 'removed'] as const;

  test.each(unseen)('a comment that is %s is found by nobody, whoever asks', async (state) => {
    const by = await person();
    const word = `kestrel${state}`;
    await comment({ by, on: { article: harbour.id }, text: `A ${word} here.`, state });
    for (const who of [null, ann, by, moderator]) {
      const page = await finding(word, {}, who);
      expect(page).toMatchObject({ items: [], nextCursor: null, fit: 'all' });
      expect((await finding(word.slice(0, -1), {}, who)).items).toEqual([]);
    }
  });

  test('what was deleted is gone', async () => {
    const said = await comment({ by: ann, on: { article: harbour.id }, text: 'Oystercatcher!' });
    await withdrawComment(ann, said.id);
    expect(await found('oystercatcher')).toEqual([]);
  });

  test.each(['hide', 'remove'])(
    '%s a claim, and all that hangs on it is gone too; restored, it is back',
    async (action) => {
      const on = await article({ title: 'Birds' });
      const word = `dunlin${action}`;
      const mark = await claim({ by: ann, on, statement: `A ${word} sings.` });
      await giveSource(ben, mark.id, source(`https://example.org/${word}`, { quote: `Of the ${word}.` }));
      await comment({ by: ben, on: { annotation: mark.id }, text: `${word}?` });
      expect(await found(word)).toHaveLength(3);
      const taken = await decided(moderator, action, about(mark.id, 'annotation'));
      for (const who of [null, ann, ben, moderator]) expect(await found(word, {}, who)).toEqual([]);
      await decided(moderator, 'restore', { ...about(mark.id, 'annotation'), version: taken.version });
      expect(await found(word)).toHaveLength(3);
    },
  );

  test('a withdrawn claim is not found, nor what lies beside it', async () => {
    const mark = await claim({ by: ann, on: harbour, statement: 'A whimbrel sings.' });
    await giveSource(ben, mark.id, source('https://example.org/whimbrel'));
    expect(await found('whimbrel')).toHaveLength(2);
    await takeAnnotationBack(ann, mark.id);
    expect(await found('whimbrel')).toEqual([]);
  });

  test('the address of a guest is sought in vain', async () => {
    const guest = { name: 'Gus', email: 'gus.unmistakable@example.org' };
    await comment({ by: null, guest, on: { article: harbour.id }, text: 'Nothing of note.' });
    expect(await found('unmistakable')).toEqual([]);
  });
});

test('two who write the same new word at once do not wait for each other', async () => {
  const text = 'Sandpiperish.';
  await transaction(async () => {
    await comment({ by: ann, on: { article: harbour.id }, text });
    // On a connection of its own, while the first has not committed.
    const { prisma } = await import('#lib/db/client.ts');
    await prisma().$executeRaw`SELECT search_keep(${text}, 'en')`;
  });
  const rows = await db().searchWord.findMany({ where: { word: 'sandpiperish' } });
  expect(rows).toHaveLength(2);
  expect(await found('sandpiperish')).toHaveLength(1);
});
