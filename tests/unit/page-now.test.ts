import { describe, expect, test } from 'vitest';
import { hintsAtWall, noticeIn } from '#lib/article/check/instead.ts';
import { isSameHeadline, pageNow, type ReadPage } from '#lib/article/check/page-now.ts';
import { steadyText } from '#lib/article/check/steady.ts';
import { fromText } from '#lib/document/from-text.ts';
import { documentText } from '#lib/document/text.ts';

const TITLE = 'The ice of Lindow';
const STORY = [
  'The harbour of Lindow froze over for eleven weeks in the winter of 1709, the town clerk wrote.',
  'Forty ships lay in the ice, and bread cost three times as much as in the year before.',
  'The council bought rye in Danzig, and had it brought over land by sixty carts.',
  'Three of the aldermen kept some of it for themselves, as was found out in May.',
  'The clerk lists what each of them paid back, and what the bakers were given of it.',
];
const bodyOf = (paragraphs: readonly string[]) => {
  const document = fromText(paragraphs.join('\n\n'));
  return { document, text: documentText(document) };
};
const kept = { ...bodyOf(STORY), titles: [TITLE] };
const page = (paragraphs: readonly string[], facts: Partial<ReadPage> = {}): ReadPage => ({
  ...bodyOf(paragraphs),
  title: TITLE,
  isAtAddress: true,
  isForSubscribers: false,
  hintsAtWall: false,
  isUncertain: false,
  ...facts,
});
const is = (paragraphs: readonly string[], facts?: Partial<ReadPage>) =>
  pageNow(kept, page(paragraphs, facts)).is;

const REWRITTEN = [
  'No ship was ever stuck at Lindow, a new reading of the town books shows; they lay at anchor.',
  'The price of bread fell, because the bakers of the neighbouring towns sold theirs across the frozen lake.',
];

describe('what stands at the address of an article', () => {
  test('is the article under its headline, however much of it is new', () => {
    expect(is(REWRITTEN)).toBe('article');
    expect(is(REWRITTEN, { title: 'The ice of Lindow, looked at again' })).toBe('article');
    expect(is(['It never froze.', ...STORY.slice(0, 2)], { title: 'Something else' })).toBe('article');
  });

  test('is another page under another headline with another text', () => {
    expect(is(REWRITTEN, { title: 'Trams for everybody' })).toBe('another');
    expect(is(REWRITTEN, { title: null })).toBe('another');
    expect(is(['Log in to continue. Forgot your password?'])).toBe('another');
    expect(is(['Please switch your ad blocker off to read our articles.'])).toBe('another');
    expect(is(['Page not found. The article may have been removed.'])).toBe('another');
    expect(is([''])).toBe('another');
  });

  test.each([
    ['withdrawn', 'This article has been withdrawn. We regret the errors in it.'],
    [
      'withdrawn',
      'The story that stood here was withdrawn. We regret the errors in it, of which there were many.',
    ],
    ['withdrawn', 'We have retracted this article because its main source cannot be confirmed.'],
    ['withdrawn', 'Der Artikel, der hier stand, wurde von der Redaktion zurückgezogen.'],
    ['withdrawn', 'Wir haben diesen Beitrag gelöscht, weil seine Aussagen nicht belegt sind.'],
    ['withdrawn', 'Dieser Beitrag ist nicht mehr verfügbar.'],
    ['withdrawn', 'Cet article a été retiré à la demande de son auteur.'],
    ['correction', 'Correction: the harbour was not frozen. We apologise to the council.'],
    ['correction', 'Richtigstellung: Der Hafen war nicht zugefroren.'],
  ])('is a notice (%s) whatever it is called: %s', (expected, words) => {
    expect(is([words])).toBe(expected);
    expect(is([words], { title: 'Withdrawn', isUncertain: true })).toBe(expected);
    expect(is([words], { isAtAddress: false, title: 'The front page' })).toBe('another');
  });

  test.each([
    'The troops were withdrawn on Friday, and the report says why.',
    'This article may have been moved or deleted.',
    'The mayor removed the posters. The council is no longer available for interviews.',
    'Der Minister hat seinen Vorschlag zurückgezogen.',
  ])('no notice: %s', (words) => {
    expect(noticeIn(words)).toBeNull();
  });
});

describe('the beginning of an article', () => {
  const WALL = ['Subscribe to read on', 'Four weeks for one euro, then 9.99 a month.'];

  test('that is what it was leaves the text as it was kept', () => {
    for (const cut of [
      STORY.slice(0, 2),
      [...STORY.slice(0, 2), ...WALL],
      [STORY[0] ?? '', 'Forty ships lay in the ice, and …'],
    ]) {
      expect(pageNow(kept, page(cut, { isForSubscribers: true }))).toMatchObject({
        is: 'beginning',
        body: { text: kept.text },
      });
      expect(is(cut, { hintsAtWall: true })).toBe('beginning');
      // Nothing says that there is more: it was cut.
      expect(is(cut)).toBe('article');
    }
  });

  test('that says something else is put before the rest that was kept', () => {
    const edited = (STORY[0] ?? '').replace('eleven', 'nine');
    const now = pageNow(kept, page([edited, STORY[1] ?? '', ...WALL], { isForSubscribers: true }));
    expect(now).toMatchObject({ is: 'beginning', body: { text: [edited, ...STORY.slice(1)].join('\n') } });
    // With a hint alone it is what it says.
    expect(is([edited, STORY[1] ?? ''], { hintsAtWall: true })).toBe('article');
  });

  test('of something else changes nothing', () => {
    expect(pageNow(kept, page([REWRITTEN[0] ?? ''], { isForSubscribers: true }))).toEqual({
      is: 'beginning',
      body: null,
    });
  });

  test('is none when nearly all of it can be read', () => {
    expect(
      is(STORY.slice(0, 4).concat('The clerk lists what each of them paid back.'), {
        isForSubscribers: true,
      }),
    ).toBe('article');
  });

  test('is hinted at by the marks of a wall', () => {
    expect(hintsAtWall('<script>{"isAccessibleForFree": "False"}</script>')).toBe(true);
    expect(hintsAtWall('<div class="box paywall-box">')).toBe(true);
    expect(hintsAtWall('<p>The paywall of the paper</p>')).toBe(false);
  });
});

test('a headline that was touched up is the same, another one with a word in common is not', () => {
  expect(
    isSameHeadline('Ferry cancelled after engine fire', 'Ferry cancelled after engine fire, crew foresaw it'),
  ).toBe(true);
  expect(isSameHeadline('“Ice” of Lindow', 'ice of lindow')).toBe(true);
  expect(isSameHeadline('The ice of Lindow', 'The tram of Lindow')).toBe(false);
  expect(isSameHeadline('News', 'News of the day')).toBe(false);
  expect(isSameHeadline(null, null)).toBe(false);
});

describe('what changes on a page by itself', () => {
  test.each([
    'Updated 3 minutes ago',
    'Last updated: 2 hrs ago',
    '5 min ago',
    'Published about an hour ago · 1,204 views',
    'vor 5 Minuten aktualisiert',
    'Stand: vor 2 Std.',
    '1.204 Aufrufe',
    '12 comments',
    '4 min read',
    'READ MORE: Board chief resigns over cranes',
    'Lesen Sie auch: Der Hafen und das Geld',
    'Related: the whole story in pictures',
  ])('is passed over: %s', (line) => {
    expect(steadyText(`${STORY[0]}\n${line}\n${STORY[1]}`)).toBe(`${STORY[0]}\n${STORY[1]}`);
  });

  test('is passed over in a line with other things, and these are not', () => {
    const line = (name: string, minutes: number) => steadyText(`By ${name}, updated ${minutes} minutes ago`);
    expect(line('Eve Moss', 3)).toBe(line('Eve Moss', 9));
    expect(line('Eve Moss', 3)).not.toBe(line('Tom Rusk', 3));
  });

  test.each([
    'The last ship left 3 minutes ago.',
    'He died 5 years ago',
    'Vor 5 Minuten brach das Eis.',
    '12 dead',
    'Read more books, says the teacher.',
    'Updated',
    'The video had 1,204 views',
    'Related costs: 3 million',
    'Die Sonne scheint vor 5 Tagen',
  ])('is not what an article says: %s', (line) => {
    expect(steadyText(line)).toBe(line);
  });
});
