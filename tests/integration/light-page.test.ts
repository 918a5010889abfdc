import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { CardInside } from '#components/annotation/card.tsx';
import { cardInside } from '#components/annotation/card-inside.tsx';
import { requireArticle } from '#lib/article/queries.ts';
import { annotate } from '#lib/flows/annotate.ts';
import { requireAnnotation } from '#lib/flows/annotation-details.ts';
import { getArticlePage, WHOLE_CARDS } from '#lib/flows/article-page.ts';
import { say } from '#lib/flows/discuss.ts';
import { giveVerdict } from '#lib/flows/judge.ts';
import { labelAnnotation } from '#lib/flows/label.ts';
import { LOCALES } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { article } from '#tests/factories/articles.ts';
import { person } from '#tests/factories/people.ts';
import { fillWithDemo } from '../../prisma/demo/fill.ts';

test('what is read into a card is what React draws in it, in every language', async () => {
  const [ann, bob] = [await person(), await person({ name: 'Bob <b> & "sons"' })];
  const on = await article({ by: ann });
  const { id, sources } = await annotate(bob, on.id, {
    kind: 'claim',
    target: { exact: 'Forty ships lay in the ice' },
    statement: 'Forty ships, "at least", lay < there.',
    sources: [
      { url: 'https://example.org/ice?a=1&b=2', stance: 'refutes', quote: 'Thirty-nine & no more', note: '' },
    ],
    comment: { text: 'I **counted** them: `39`.\n\n- one\n- two' },
  });
  const sourceIds = sources.map((source) => source.id);
  await giveVerdict(ann, id, { verdict: 'false', rationaleText: 'Look.', sourceIds });
  await say(ann, { annotation: id }, { text: 'Where?' });
  for (const by of [ann, bob, await person()]) await labelAnnotation(by, id, 'straw-man');
  await labelAnnotation(ann, id, 'well-sourced');
  const annotation = await requireAnnotation(null, id);
  expect(annotation.counts).toMatchObject({ sources: 1, assessments: 1 });
  // HTML does not mind how an attribute is written.
  const plain = (html: string) =>
    html.replaceAll('dateTime=', 'datetime=').replaceAll('/>', '>').replaceAll('&#x27;', '&#39;');
  for (const locale of LOCALES) {
    const words = { locale, card: translator(locale, 'card'), verdict: translator(locale, 'verdict') };
    const drawn = renderToStaticMarkup(createElement(CardInside, { annotation, words }));
    expect(drawn).toContain('example.org');
    expect(drawn).toContain(locale === 'de' ? 'Strohmann' : 'Straw man');
    expect(plain(cardInside(annotation, locale))).toBe(plain(drawn));
  }
});

test('a page has its annotations whole up to a number, and tells of each in brief beyond it', async () => {
  const size = { articles: 1, comments: 0, discussion: 0, people: 3, seed: 1 };
  const [slug = ''] = await fillWithDemo({ ...size, annotations: WHOLE_CARDS });
  const whole = await getArticlePage(slug);
  expect([whole?.annotations.length, whole?.briefs.length]).toEqual([WHOLE_CARDS, 0]);
  const { id, revision } = await requireArticle(whole?.article.id ?? '');
  const target = { exact: revision.text.slice(0, 20).trim(), start: 0 };
  const last = await annotate(await person(), id, { kind: 'claim', target, sources: [] });
  for (let by = 0; by < 3; by += 1) await labelAnnotation(await person(), last.id, 'exaggerated');
  const brief = await getArticlePage(slug);
  expect([brief?.annotations.length, brief?.briefs.length]).toEqual([0, WHOLE_CARDS + 1]);
  const { start, end } = last.anchor;
  expect(brief?.briefs.find((one) => one.id === last.id)).toMatchObject({
    shown: 'open',
    labels: ['exaggerated'],
    start,
    end,
    sources: 0,
  });
  expect(brief?.labels).toMatchObject([{ key: 'exaggerated', n: 1, name: { de: 'Übertrieben' } }]);
  const counts = ({ claims, remarks }: { claims: number; remarks: number }) => claims + remarks;
  expect(brief && counts(brief.article.fare)).toBe(WHOLE_CARDS + 1);
});
