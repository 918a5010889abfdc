import { describe, expect, test } from 'vitest';
import { distinctTopics } from '#lib/article/schema.ts';
import { importArticle } from '#lib/importers/import.ts';

const BODY =
  '<article><p>The council voted for the ring road on Monday, after a debate of nine hours.</p></article>';

function topicsOf(head: string): string[] {
  const html = `<!doctype html><html lang="en"><head><title>A road</title>${head}</head><body>${BODY}</body></html>`;
  const result = importArticle({ html, url: 'https://courier.example/road' });
  if (!result.ok) throw new Error(result.detail);
  return result.article.topics;
}

const meta = (name: string, ...contents: string[]) =>
  contents.map((content) => `<meta property="${name}" content="${content}">`).join('');

describe('what a page says that it is about', () => {
  test('is its section and its tags, each once however it is spelt', () => {
    const head = meta('article:section', 'Local') + meta('article:tag', 'Traffic', 'Vellmar', 'traffic');
    expect(topicsOf(head)).toEqual(['Local', 'Traffic', 'Vellmar']);
  });
  test('may stand in one list, and in JSON-LD, which wins', () => {
    expect(topicsOf('<meta name="keywords" content="Roads, tolls;Vellmar">')).toEqual([
      'Roads',
      'tolls',
      'Vellmar',
    ]);
    const ld = {
      '@type': 'NewsArticle',
      headline: 'A road',
      articleSection: ['Politics'],
      keywords: 'Tolls, Debt',
    };
    expect(
      topicsOf(
        `<script type="application/ld+json">${JSON.stringify(ld)}</script>${meta('article:tag', 'Other')}`,
      ),
    ).toEqual(['Politics', 'Tolls', 'Debt']);
  });
  test('is nothing that is too long, an address, a number or the name of the site', () => {
    const head =
      meta('og:site_name', 'Courier') +
      meta('article:tag', 'x'.repeat(61), 'https://a.example', '2026', 'COURIER', '', 'Roads');
    expect(topicsOf(head)).toEqual(['Roads']);
  });
  test('is eight at the most, and none of a page that says nothing', () => {
    expect(topicsOf(meta('article:tag', ...Array.from({ length: 20 }, (_, n) => `Topic ${n}`)))).toHaveLength(
      8,
    );
    expect(topicsOf('')).toEqual([]);
  });
});

test('topics keep their first spelling and their order', () => {
  expect(distinctTopics(['Straße', 'Bad', 'straße', 'BAD', 'Cafe\u0301', 'Café'])).toEqual([
    'Straße',
    'Bad',
    'Cafe\u0301',
  ]);
});
