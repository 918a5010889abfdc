import type { Fields, Look } from './look.ts';

/** What the importer says of a field that it had to guess. */
const GUESSED: Record<string, keyof Fields> = {
  'title-guessed': 'title',
  'byline-guessed': 'byline',
  'date-guessed': 'publishedAt',
  'lang-guessed': 'lang',
};

/** What it says of the whole. */
const PAGE_WARNINGS = ['article-uncertain', 'beginning-only', 'order-uncertain'] as const;
type PageWarning = (typeof PAGE_WARNINGS)[number];

export function pageWarnings(warnings: string[]): PageWarning[] {
  return PAGE_WARNINGS.filter((warning) => warnings.includes(warning));
}

const WORTH_KNOWING: readonly (keyof Fields)[] = ['byline', 'publishedAt'];

/** Whether a field was guessed or not found, as long as the person has left it so. */
export function doubtOf(field: keyof Fields, { found, fields }: Look): 'guessed' | 'notFound' | null {
  const original = field === 'publishedAt' ? (found.publishedAt?.slice(0, 10) ?? '') : (found[field] ?? '');
  if (fields[field] !== original) return null;
  if (original === '') return WORTH_KNOWING.includes(field) ? 'notFound' : null;
  return found.warnings.some((warning) => GUESSED[warning] === field) ? 'guessed' : null;
}
