import { describe, expect, test } from 'vitest';
import { bylineField, bylineOfLines, isPoorByline } from '#lib/importers/bylines.ts';
import { dateInLine, parseDate } from '#lib/importers/dates.ts';
import { importArticle } from '#lib/importers/import.ts';
import { siteInTitle, titleField, withoutSite } from '#lib/importers/page-title.ts';

const TEXT =
  '<p>The weir at Ostrava Lock was opened for the first time since the drought, and eels went down it by the hundred, to the joy of the herons.</p><p>The lock keeper counted them as well as one can count eels, and came to four hundred and eleven before her tea was cold.</p><p>More are expected in the autumn.</p>';
const read = (inside: string, { head = '', after = '', lang = 'en' } = {}) => {
  const html = `<!doctype html><html lang="${lang}"><head><title>Eels go down the weir</title>${head}</head><body><article><h1>Eels go down the weir</h1>${inside}${TEXT}</article>${after}</body></html>`;
  const result = importArticle({ html, url: 'https://lock.example/eels' });
  if (!result.ok) throw new Error(result.detail);
  return result.article;
};

describe('the date on a page', () => {
  test.each([
    ['<p class="date">Updated: 5 October 2024. First published: 3 October 2024</p>', '2024-10-03'],
    ['<p class="date">Oct. 3, 2024 | Updated Oct. 5, 2024</p>', '2024-10-03'],
    ['<p>Published 11:05pm, 3 October 2024</p>', '2024-10-03'],
    ['<p class="meta">Stand: 03.10.2024</p>', '2024-10-03'],
    ['<p class="meta">Stand: 05.10.2024 | Erschienen: 03.10.2024</p>', '2024-10-03'],
    ['<p>3 أكتوبر 2024</p>', '2024-10-03'],
    ['<p>٣ تشرين الأول ٢٠٢٤</p>', '2024-10-03'],
    ['<p class="date">２０２４年１０月３日</p>', '2024-10-03'],
    ['<p>3 באוקטובר 2024</p>', '2024-10-03'],
    [
      '<time class="updated" datetime="2025-01-01">1 Jan</time><time datetime="2024-10-03">3 Oct</time>',
      '2024-10-03',
    ],
  ])('is read: %s', (line, date) => {
    expect(read(line)).toMatchObject({ publishedAt: date, warnings: [] });
    expect(read(line).text).not.toMatch(/2024|٢٠٢٤|２０２４/);
  });
  test.each([['<p class="date">Last updated 3 April 2024</p>', '2024-04-03']])(
    'is a guess where it is that of a change: %s',
    (line, date) => {
      expect(read(line)).toMatchObject({ publishedAt: date, warnings: ['date-guessed'] });
    },
  );
  test.each([
    '<div id="comments"><div class="comment"><time datetime="2025-03-03">3 Mar</time><p>Eels!</p></div></div>',
    '<section class="related"><a href="/b">Herons grow fat <time datetime="2025-03-03">3 Mar</time></a></section>',
    '<article class="teaser"><h2>Herons</h2><time datetime="2025-03-03">3 Mar</time></article>',
    '<aside><p class="date">3 March 2025</p></aside>',
    '<footer><p class="date">3 March 2025</p></footer>',
  ])('is not that of something else: %s', (after) => {
    expect(read('', { after }).publishedAt).toBeNull();
  });
  test('in the metadata may be a stamp; the first moment of all clocks is none', () => {
    expect(parseDate('20241003')?.value).toBe('2024-10-03');
    expect(parseDate('1727950000')?.value).toBe('2024-10-03T10:06:40Z');
    expect(read('', { head: '<meta name="date" content="1970-01-01T00:00:00Z">' }).publishedAt).toBeNull();
  });
  test('keeps the words around it', () => {
    expect(dateInLine('Von Ada Rehm · 3.10.2024, Ostrava', 'en')).toEqual({
      value: '2024-10-03',
      ambiguous: false,
      before: 'Von Ada Rehm · ',
      after: ', Ostrava',
    });
  });
});

describe('the author on a page', () => {
  test.each([
    ['<p>By <a rel="author" href="/a">Ada Rehm</a> and <a href="/b">Bo Lunt</a></p>', 'Ada Rehm and Bo Lunt'],
    ['<div class="byline">Ada Rehm<br>River editor<br>@adarehm</div>', 'Ada Rehm'],
    ['<div class="byline">By<br>Ada Rehm</div>', 'Ada Rehm'],
    [
      '<span itemprop="author"><span itemprop="name">Ada Rehm</span><span itemprop="jobTitle">Editor</span></span>',
      'Ada Rehm',
    ],
    ['<p>Interview: Ada Rehm</p>', 'Ada Rehm'],
    ['<p class="author">Text: Ada Rehm, Fotos: Bo Lunt</p>', 'Ada Rehm'],
    ['<p class="byline">Written by: Ada Rehm | Reviewed by: Bo Lunt, MD</p>', 'Ada Rehm'],
    ['<p class="byline">By Ada Rehm, Bo Lunt and Cai Moss in Ghent</p>', 'Ada Rehm, Bo Lunt and Cai Moss'],
    [
      '<p class="info">Posted in <a href="/f">Fish</a> by <span class="vcard"><span class="fn">Ada Rehm</span></span></p>',
      'Ada Rehm',
    ],
    ['<p>كتبت: سلوى نجار</p>', 'سلوى نجار'],
    ['<p>By ADA REHM | rehm@lock.example</p>', 'ADA REHM'],
    [
      '<div class="contributors"><a href="/a">Ada Rehm</a> <a href="/b">Bo Lunt</a></div>',
      'Ada Rehm, Bo Lunt',
    ],
  ])('is read, and leaves the text: %s', (line, name) => {
    const article = read(line);
    expect(article.byline).toBe(name);
    expect(article.text).toMatch(/^The weir/);
  });
  test('wins over a name of nobody, and gives way to one of somebody', () => {
    const line = '<p class="byline">By Ada Rehm</p>';
    const author = (name: string) => ({ head: `<meta name="author" content="${name}">` });
    for (const name of ['lock', 'admin', 'Redaktion'])
      expect(read(line, author(name)).byline).toBe('Ada Rehm');
    expect(read(line, author('Dr. Ada M. Rehm')).byline).toBe('Dr. Ada M. Rehm');
    expect(read('', author('lock')).byline).toBe('lock');
  });
  test('of a comment or another article is not the author', () => {
    const after =
      '<div id="comments"><cite class="vcard"><span class="fn">Max</span></cite></div><article><p class="author">Eva Holt</p></article>';
    expect(read('', { after }).byline).toBeNull();
  });
  test('is cleaned of what others did, of places and of addresses', () => {
    expect(bylineField('Ada Rehm, edited by Bo Lunt')).toBe('Ada Rehm');
    expect(bylineField('By ADA REHM FOR THE MORNING EEL')).toBe('ADA REHM');
    expect(bylineField('Photos: Bo Lunt')).toBeNull();
    expect(bylineOfLines(['Ada Rehm', 'and', 'Bo Lunt', 'Editors'])).toBe('Ada Rehm and Bo Lunt');
    expect(isPoorByline('The Lock', ['lock'])).toBe(true);
    expect(isPoorByline('Reuters', ['lock'])).toBe(false);
  });
});

describe('the title of a page', () => {
  test('gives the name of the site where its headline says where it ends', () => {
    expect(siteInTitle('Eels go down - The Lock', 'Eels go down', [])).toBe('The Lock');
    expect(siteInTitle('鰻が堰を下る：水門新聞', '鰻が堰を下る', [])).toBe('水門新聞');
    expect(siteInTitle('Eels go down | News | The Lock', 'Eels go down', [])).toBe('The Lock');
    expect(siteInTitle('Lock: Eels go down', 'Eels go down', ['Lock'])).toBe('Lock');
    expect(siteInTitle('Eels go down - Page 1 of 3', 'Eels go down', [])).toBeNull();
    expect(siteInTitle('Eels go down: a report', 'Eels go down', [])).toBeNull();
  });
  test('is the headline after a name, and is read as it was meant', () => {
    expect(withoutSite('Lock: Eels go down the weir', [], ['Eels go down the weir'])).toBe(
      'Eels go down the weir',
    );
    expect(titleField('Eels &amp;mdash; &quot;slippery&quot; fish')).toBe(
      'Eels — "slippery" fish'.replace('—', '&mdash;'),
    );
    expect(titleField('Eels &mdash; a &lt;b&gt; fish')).toBe('Eels — a <b> fish');
    expect(titleField('Marks & Spencer; AT&T')).toBe('Marks & Spencer; AT&T');
  });
});
