import { parseHTML } from 'linkedom';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { inTheirOrder } from '#components/annotate/in-their-order.ts';
import { Assessments } from '#components/annotation/assessments.tsx';
import { keepOrder } from '#components/live/keep-order.ts';
import type { AssessmentView } from '#lib/assessment/schema.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';

const given = (id: string, rationaleText: string, helpful = 0): AssessmentView => ({
  ...{ id, rationaleText, rationale: null, verdict: 'false', sourceIds: [], current: true },
  author: { handle: id, name: `Name of ${id}` },
  ...{ wording: 1, revision: 1, version: 1, sawTally: false, editedAt: null },
  ratings: { helpful, somewhat: 0, 'not-helpful': 0, mine: null },
  standing: { basis: 'counts' },
  createdAt: '2026-11-24T10:00:00.000Z',
});

const annotationOf = (...assessments: AssessmentView[]) =>
  ({ assessments, sources: [], anchor: { revision: 1, state: 'exact' } }) as unknown as AnnotationDetail;

function drawn(
  assessments: AssessmentView[],
  rate?: (one: AssessmentView) => string | null,
  locale: Locale = 'en',
) {
  const words = { locale, card: translator(locale, 'card'), verdict: translator(locale, 'verdict') };
  const html = renderToStaticMarkup(
    createElement(Assessments, { annotation: annotationOf(...assessments), words, rate }),
  );
  return parseHTML(`<main>${html}</main>`).document;
}

test('a verdict without a rationale is rated like any other, behind the line that it shares', () => {
  const [told, bare, own] = [given('told', 'Because.'), given('bare', ''), given('own', '')];
  const page = drawn([told, bare, own], ({ id }) => (id === 'own' ? null : `rate ${id}`));
  expect(page.querySelector('.assessments')?.textContent).toContain('rate told');
  expect(page.querySelector('.silent')?.textContent).toContain('Name of bare (False), Name of own (False)');
  const more = page.querySelector('.silent-more');
  expect(more?.querySelector('summary')?.textContent).toBe('Say whether it helps');
  expect(more?.querySelector('#assessment-bare')?.textContent).toContain('rate bare');
  expect(more?.textContent).not.toContain('told');
  expect(drawn([own], () => null).querySelector('.silent-more')).toBeNull();
});

test('what others find of one without a rationale is told to guests too, and nothing where nobody rated', () => {
  expect(drawn([given('bare', '')]).querySelector('.silent-more')).toBeNull();
  const more = drawn([given('bare', '', 2)], undefined, 'de').querySelector('.silent-more');
  expect(more?.querySelector('summary')?.textContent).toBe('Wie hilfreich es gefunden wird');
  expect(more?.querySelector('.found')?.textContent).toContain('2 finden es hilfreich');
});

test('ratings that come while a card is read move no assessment from its place', () => {
  const [a, b, c] = [given('a', 'A'), given('b', 'B'), given('c', 'C')];
  const ids = ({ assessments }: AnnotationDetail) => assessments.map(({ id }) => id);
  const now = annotationOf(c, given('b', 'B', 5), a);
  const kept = inTheirOrder(now, annotationOf(a, b));
  expect([ids(kept), kept.assessments[1]?.ratings.helpful]).toEqual([['a', 'b', 'c'], 5]);
  expect(ids(inTheirOrder(now, undefined))).toEqual(['c', 'b', 'a']);
  const [old, fresh] = [drawn([a, b]), drawn([c, b, a])];
  keepOrder(old, fresh);
  expect([...fresh.querySelectorAll('.assessments > li')].map(({ id }) => id)).toEqual([
    'assessment-a',
    'assessment-b',
    'assessment-c',
  ]);
});
