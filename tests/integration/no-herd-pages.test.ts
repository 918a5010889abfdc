import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PersonList } from '#components/person/person-list.tsx';
import { PrintedPage } from '#components/print/printed-article.tsx';
import { db } from '#lib/db/client.ts';
import { getArticlePage } from '#lib/flows/article-page.ts';
import { EVERYBODY, revealOnPage } from '#lib/flows/folds.ts';
import { getHistoryPage } from '#lib/flows/history-page.ts';
import { listPersonAnnotations, listPersonAssessments } from '#lib/flows/person-page.ts';
import { getPrintedArticle } from '#lib/flows/print-article.ts';
import { reviseArticleOperation } from '#lib/http/contract/revisions.ts';
import { getUserByHandle } from '#lib/user/queries.ts';
import { article, claim, HARBOUR } from '#tests/factories/articles.ts';
import { judgedClaim, sourced } from '#tests/factories/judged.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { call } from '#tests/setup/api.ts';

const revealsOf = (as: TestPerson) => db().reveal.count({ where: { userId: as.id } });

const bob = { name: 'Bob of Lindow' };

test('the page of a person tells neither what they judged nor what their claims show, where that is folded', async () => {
  const [by, reader] = [await person(bob), await person()];
  const made = await claim({ by });
  await sourced(made.id, 'false', by);
  await sourced(made.id, 'false');
  const page = { limit: 5 };
  const told = { viewer: reader, reveal: false };
  expect(await listPersonAnnotations(by.id, page, told)).toMatchObject({
    items: [{ id: made.id, shown: 'open', folded: true }],
    folds: { folded: 1 },
  });
  expect(await listPersonAssessments(by.id, page, told)).toMatchObject({
    items: [{ id: made.id, verdict: null, rationaleText: '', shown: 'open', folded: true }],
    folds: { folded: 1 },
  });
  for (const viewer of [by, null])
    expect(await listPersonAssessments(by.id, page, { viewer, reveal: false })).toMatchObject({
      items: [{ verdict: 'false', rationaleText: 'Because.', shown: 'false', folded: false }],
      folds: { folded: 0 },
    });
  const html = await drawn(by, reader, false);
  expect(html).toContain('Yours to judge');
  expect(html).not.toMatch(/Because|False/);
  expect(await drawn(by, reader, true)).toMatch(/False.*Because/s);
  expect(await revealsOf(reader)).toBe(1);
});

async function drawn(of: TestPerson, viewer: TestPerson, reveal: boolean): Promise<string> {
  const page = await listPersonAssessments(of.id, { limit: 5 }, { viewer, reveal });
  const person = await getUserByHandle(of.handle);
  if (!person) throw new Error('nobody');
  const given = { page: { tab: 'assessments' as const, ...page }, person, isOwn: false, isFirst: true };
  return renderToStaticMarkup(createElement(PersonList, { ...given, locale: 'en' }));
}

test('an article for paper folds on its page, and not in the PDF that everybody gets', async () => {
  const on = await article();
  await judgedClaim({ on });
  const reader = await person();
  const print = async (reveal: boolean, locale: 'en' | 'de' = 'en') => {
    const printed = await getPrintedArticle(on.slug, locale, { viewer: reader, reveal });
    if (!printed) throw new Error('no article');
    const html = renderToStaticMarkup(createElement(PrintedPage, { printed, folds: printed.folds, locale }));
    return { ...printed, html };
  };
  const folded = await print(false);
  expect(folded.marks).toMatchObject([{ look: 'folded' }]);
  expect(folded.notes).toMatchObject([{ look: 'folded', verdict: 'Yours to judge' }]);
  expect(folded.facts.at(-1)).toBe('1 claim: 1 yours to judge');
  expect(folded.html).toContain(`href="/articles/${on.slug}/print?reveal=1"`);
  expect(folded.html).not.toMatch(/False|2 people/);
  expect((await print(false, 'de')).html).toContain('Eine Behauptung hier wartet auf dein Urteil');
  expect((await getPrintedArticle(on.slug, 'en'))?.notes).toMatchObject([{ look: 'false' }]);
  expect(await revealsOf(reader)).toBe(0);
  const shown = await print(true);
  expect(shown).toMatchObject({ notes: [{ look: 'false' }], folds: { revealed: 1, folded: 0 } });
  expect(shown.html).toContain('You asked to see what others made of a claim');
});

test('the history of an article folds the claims that it names, and those that a comparison marks', async () => {
  const on = await article({ by: await person({ role: 'admin' }) });
  const changed = await judgedClaim({ on });
  await judgedClaim({ on, exact: 'The harbour of Lindow has not frozen since' });
  const text = HARBOUR.replace('Forty ships', 'Fourteen ships');
  const admin = await person({ role: 'admin' });
  await call(reviseArticleOperation, { as: admin, params: { id: on.id }, body: { text } });
  const reader = await person();
  const compared = { from: 1, to: 2 };
  const page = await getHistoryPage({ viewer: reader, reveal: false }, on.slug, compared);
  expect(page?.revisions[0]?.affected).toMatchObject([{ id: changed.id, shown: null, folded: true }]);
  // The other one stands in a paragraph that is left out.
  expect(page?.compared?.from.annotations).toMatchObject([{ id: changed.id, folded: true }]);
  expect(page?.folds).toMatchObject({ folded: 1, revealed: 0 });
  const asked = await getHistoryPage({ viewer: reader, reveal: true }, on.slug, compared);
  expect(asked?.revisions[0]?.affected).toMatchObject([{ shown: 'false', folded: false }]);
  expect([asked?.folds, await revealsOf(reader)]).toEqual([{ folded: 0, revealed: 1, withheld: false }, 1]);
  expect((await getHistoryPage(EVERYBODY, on.slug, {}))?.folds.folded).toBe(0);
});

test('an article is unfolded whole, once somebody asks on its page; a guest asks for nothing', async () => {
  const on = await article();
  await judgedClaim({ on });
  await judgedClaim({ on, exact: 'the council bought rye' });
  const reader = await person();
  expect(await revealOnPage({ viewer: null, reveal: true }, on.slug)).toMatchObject({ revealed: 0 });
  expect(await revealOnPage({ viewer: reader, reveal: false }, on.slug)).toMatchObject({ revealed: 0 });
  expect((await getArticlePage(on.slug, reader))?.article.fare.folded).toBe(2);
  expect(await revealOnPage({ viewer: reader, reveal: true }, on.slug)).toMatchObject({ revealed: 2 });
  const page = await getArticlePage(on.slug, reader);
  expect(page?.annotations.map(({ verdict }) => verdict?.shown)).toEqual(['false', 'false']);
  expect(page?.article.fare.folded).toBeUndefined();
});
