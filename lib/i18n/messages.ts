import { common as commonDe } from './de/common.ts';
import { problems as problemsDe } from './de/problems.ts';
import { verdict as verdictDe } from './de/verdict.ts';
import { common } from './en/common.ts';
import { problems } from './en/problems.ts';
import { verdict } from './en/verdict.ts';
import type { Locale } from './locale.ts';

/** The catalogue: one file a namespace and language. English is the shape that every other language must have. */
const en = { common, problems, verdict };

export type Messages = typeof en;

const de: Messages = { common: commonDe, problems: problemsDe, verdict: verdictDe };

export const MESSAGES: Record<Locale, Messages> = { en, de };
