import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { lightCards, lightList } from '#components/annotation/light-cards.ts';
import { readSlots } from '#components/annotation/slots.ts';
import type { AnnotationBrief } from '#lib/annotation/schema.ts';
import { translator } from '#lib/i18n/translator.ts';

const words = { locale: 'en', card: translator('en', 'card'), verdict: translator('en', 'verdict') } as const;

let made = 0;
function brief(given: Partial<AnnotationBrief> = {}): AnnotationBrief {
  made += 1;
  return {
    folded: false,
    id: `a${made}`,
    kind: 'claim',
    state: 'active',
    shown: 'open',
    gist: `Claim ${made}`,
    start: 0,
    end: 5,
    anchored: 'exact',
    trailing: 0,
    labels: [],
    sources: 0,
    assessments: 0,
    comments: 0,
    ...given,
  };
}

function cards(briefs: AnnotationBrief[], starts = [0]) {
  return parseHTML(`<main>${lightCards(briefs, starts, words)}</main>`).document;
}

test('what the reader is to judge first wears no verdict', () => {
  const [card] = cards([brief({ shown: 'false', folded: true })]).querySelectorAll('.card');
  expect(card?.className).toBe('card v-folded');
  expect(card?.textContent).toContain('Yours to judge');
  expect(card?.textContent).not.toContain('False');
});

test('cards stand in parts, one beside each block that has any, in the order of the text', () => {
  const briefs = [0, 99, 100, 250, 251].map((start) => brief({ start, end: start + 5 }));
  const parts = [...cards(briefs, [0, 100, 200, 250, 300]).querySelectorAll<HTMLElement>('.part')];
  expect(parts.map(({ dataset }) => dataset.block)).toEqual(['0', '100', '250']);
  expect(parts.map((part) => readSlots(part).map(({ start }) => start))).toEqual([
    [0, 99],
    [100],
    [250, 251],
  ]);
  expect(parts.flatMap((part) => readSlots(part).map(({ id }) => id))).toEqual(briefs.map(({ id }) => id));
});

test('a card says what it shows of what, how much hangs on it, and where all of that is', () => {
  const one = brief({ shown: 'false', gist: 'The sea is dry.', sources: 3, assessments: 2, comments: 1 });
  const document = cards([one]);
  const card = document.querySelector('.card');
  expect(card?.className).toBe('card v-false');
  expect(card?.querySelector('.verdict')?.textContent).toBe('False');
  const statement = card?.querySelector('.statement');
  expect([statement?.textContent, statement?.id]).toEqual([
    'The sea is dry.',
    card?.getAttribute('aria-labelledby'),
  ]);
  expect(card?.querySelector('.card-meta a')?.getAttribute('href')).toBe(`/claims/${one.id}`);
  expect(card?.querySelector('.card-meta')?.textContent).toBe('3 sources · 2 assessments · 1 comment');
});

test('a claim without anything says that it has no source; a remark without a word leads on all the same', () => {
  const [claim, remark] = [
    ...cards([brief(), brief({ kind: 'remark', shown: null, gist: 'Which sea?' })]).querySelectorAll('.card'),
  ];
  expect(claim?.querySelector('.card-meta')?.textContent).toBe(words.card('sources', { n: 0 }));
  expect(remark?.className).toBe('card v-remark');
  expect(remark?.querySelector('.statement')?.className).toBe('statement said-short');
  expect(remark?.querySelector('.card-meta')?.textContent).toBe(words.card('whole'));
});

test('the span tells where the words stand, and the white space behind them', () => {
  const [first, second] = readSlots(
    cards([brief({ start: 3, end: 9 }), brief({ start: 4, end: 12, trailing: 2 })]) as unknown as Element,
  );
  expect(first).toMatchObject({ start: 3, end: 9, trailing: 0 });
  expect(second).toMatchObject({ start: 4, end: 12, trailing: 2 });
});

test('nothing that somebody wrote becomes an element or leaves its attribute', () => {
  const evil = '"><img src=x onerror=alert(1)>&amp;</a><script>1</script>';
  const html = lightCards([brief({ gist: evil })], [0], words);
  expect(html).not.toMatch(/<(img|script)/);
  expect(html).not.toContain('style=');
  expect(parseHTML(`<main>${html}</main>`).document.querySelector('.statement')?.textContent).toBe(evil);
});

test('those without a place are a list, and the withdrawn ones say so', () => {
  const html = lightList(
    [brief({ start: null, end: null }), brief({ state: 'withdrawn', gist: 'No more.' })],
    words,
  );
  const { document } = parseHTML(`<ol>${html}</ol>`);
  const [orphan, withdrawn] = [...document.querySelectorAll('li > .card')];
  expect(orphan?.hasAttribute('data-span')).toBe(false);
  expect(orphan?.querySelector('.tag')).toBeNull();
  expect(withdrawn?.querySelector('.tag')?.textContent).toBe(words.card('withdrawn'));
});

test('labels that stand are on the cards of what is active, in the language of the page', () => {
  const labels = [
    { key: 'straw-man', tone: 'fault' as const, name: { en: 'Straw <man>', de: 'Strohmann' }, n: 2 },
  ];
  const briefs = [
    brief({ labels: ['straw-man', 'unknown'] }),
    brief(),
    brief({ labels: ['straw-man'], state: 'withdrawn' }),
  ];
  const { document } = parseHTML(`<main>${lightCards(briefs, [0], words, labels)}</main>`);
  const tags = [...document.querySelectorAll<HTMLElement>('.card-head [data-label]')];
  expect(tags.map(({ textContent, className, dataset }) => [textContent, className, dataset.label])).toEqual([
    ['Straw <man>', 'label-tag fault', 'straw-man'],
  ]);
  const german = lightList(briefs.slice(0, 1), { ...words, locale: 'de' }, labels);
  expect(german).toContain('>Strohmann</span>');
});
