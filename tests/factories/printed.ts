import { fromText } from '#lib/document/from-text.ts';
import type { PrintedArticle, PrintedNote } from '#lib/interchange/print/printed.ts';

/** What is printed of an article, without a database. */
export function printed(given: Partial<PrintedArticle> & { text?: string } = {}): PrintedArticle {
  const { text = 'Forty ships lay in the ice.', ...rest } = given;
  return {
    id: '01999999-0000-7000-8000-000000000000',
    slug: 'winter',
    title: 'The winter',
    author: null,
    lang: 'en',
    locale: 'en',
    facts: [],
    address: 'http://localhost:3000/articles/winter',
    original: null,
    capturedAt: '2026-01-01T00:00:00.000Z',
    document: fromText(text),
    marks: [],
    notes: [],
    legend: [],
    words: {
      notes: 'Notes',
      none: 'Nobody has marked anything.',
      gone: 'No longer in the text',
      original: 'Original',
      address: 'Read at',
      more: null,
      toText: 'Back to the text',
      legend: 'What the verdicts mean',
    },
    ...rest,
  };
}

export function printedNote(number: number, given: Partial<PrintedNote> = {}): PrintedNote {
  return {
    number,
    address: `http://localhost:3000/claims/${number}`,
    look: 'open',
    verdict: 'Open',
    statement: 'Forty ships froze.',
    passage: null,
    gone: false,
    facts: 'Marked by Ann',
    ruling: null,
    sources: [],
    more: null,
    ...given,
  };
}
