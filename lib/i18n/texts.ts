import { corrections as correctionsDe } from './de/texts/corrections.ts';
import { methodology as methodologyDe } from './de/texts/methodology.ts';
import { corrections } from './en/texts/corrections.ts';
import { methodology } from './en/texts/methodology.ts';
import type { Locale } from './locale.ts';

/** What this place says of itself, each on a page of its own. */
export const TEXT_NAMES = ['methodology', 'corrections'] as const;
export type TextName = (typeof TEXT_NAMES)[number];

/** What we wrote, in Markdown: it stands until an admin changes it. */
export const TEXTS: Record<Locale, Record<TextName, string>> = {
  en: { methodology, corrections },
  de: { methodology: methodologyDe, corrections: correctionsDe },
};
