import { problemWords } from '#components/api/problem-words.ts';
import { RequestProblem } from '#components/api/request.ts';
import type { Words } from '#components/ui/words.ts';
import type { Fields } from './look.ts';
import { withScheme } from './pasted.ts';

/** Beside what on the page a problem is shown. */
export type Place = 'text' | 'body' | keyof Fields;

export interface Trouble {
  places: Partial<Record<Place, string>>;
  /** What belongs to no single input. */
  general: string | null;
  /** The session has ended. */
  signIn: boolean;
}

export const NO_TROUBLE: Trouble = { places: {}, general: null, signIn: false };

export function troubleAt(place: Place, words: string): Trouble {
  return { ...NO_TROUBLE, places: { [place]: words } };
}

interface Vocabulary {
  t: Words<'import'>;
  problems: Words<'problems'>;
  /** UTF-16 units that an article may have. */
  maxText: number;
}

/** What was to be read: an address alone (`fetched`), a file, or what stands in the field. */
interface Brought {
  url: string;
  fetched: boolean;
  file: string | null;
}

/** A refused preview in words, beside the input that it is about: which step failed, and why. */
export function previewTrouble(error: unknown, brought: Brought, words: Vocabulary): Trouble {
  const trouble = troubleOf(error, brought, words);
  const step = error instanceof RequestProblem ? error.step : null;
  if (step !== 'fetching' && step !== 'reading') return trouble;
  const failed = words.t(`failed.${step}`);
  const places = Object.entries(trouble.places).map(([place, why]) => [place, `${failed} ${why}`]);
  return { ...trouble, places: Object.fromEntries(places) };
}

function troubleOf(error: unknown, { url, fetched, file }: Brought, words: Vocabulary): Trouble {
  const input: Place = fetched ? 'url' : 'text';
  const code = error instanceof RequestProblem ? error.code : 'internal';
  switch (code) {
    case 'bad-url':
    case 'fetch-failed':
      return troubleAt('url', reasonWords(error, url, words));
    case 'bad-file':
    case 'unavailable':
      return fileTrouble(error, file ?? hostOf(url), input, words);
    case 'no-article':
      // Without an address there is nobody to name.
      return troubleAt(input, url ? reasonWords(error, url, words) : problemWords(words.problems, error));
    case 'empty-text':
    case 'binary-text':
      return troubleAt(input, problemWords(words.problems, error));
    case 'too-large':
      return troubleAt(input, words.t('tooLarge', { max: words.maxText }));
    case 'invalid': {
      const { fields } = error as RequestProblem;
      if ('url' in fields) return troubleAt('url', words.problems('bad-url'));
      if ('text' in fields || 'html' in fields || 'markdown' in fields)
        return troubleAt('text', words.problems('binary-text'));
      return general(error, words);
    }
    default:
      return general(error, words);
  }
}

function fileTrouble(error: unknown, name: string, place: Place, words: Vocabulary): Trouble {
  const key = `fileReasons.${(error as RequestProblem).reason}` as 'fileReasons.broken';
  return words.t.has(key) ? troubleAt(place, words.t(key, { name })) : general(error, words);
}

const FIELDS: readonly (keyof Fields)[] = ['title', 'byline', 'site', 'publishedAt', 'lang', 'url'];

/** The same for publishing. */
export function publishTrouble(error: unknown, words: Vocabulary): Trouble {
  if (!(error instanceof RequestProblem)) return general(error, words);
  if (error.code === 'empty-text') return troubleAt('body', words.t('emptyBody'));
  if (error.code === 'too-large') return troubleAt('body', words.t('tooLarge', { max: words.maxText }));
  if (error.code === 'bad-url') return troubleAt('url', problemWords(words.problems, error));
  if (error.code !== 'invalid') return general(error, words);
  const places: Trouble['places'] = {};
  for (const field of FIELDS) if (field in error.fields) places[field] = fieldWords(field, words);
  if (Object.keys(error.fields).some((path) => path.split('.')[0] === 'document'))
    places.body = words.t('badBody');
  return Object.keys(places).length > 0 ? { ...NO_TROUBLE, places } : general(error, words);
}

function fieldWords(field: keyof Fields, { t, problems }: Vocabulary): string {
  if (field === 'url') return problems('bad-url');
  if (field === 'publishedAt') return t('badDate');
  return t('badField');
}

function general(error: unknown, { problems }: Vocabulary): Trouble {
  const signIn = error instanceof RequestProblem && error.code === 'not-signed-in';
  return { ...NO_TROUBLE, general: problemWords(problems, error), signIn };
}

function reasonWords(error: unknown, url: string, { t, problems }: Vocabulary): string {
  const reason = error instanceof RequestProblem ? error.reason : null;
  const host = hostOf(url);
  const status = /^http-(\d+)$/.exec(reason ?? '')?.[1];
  if (status)
    return status === '404' || status === '410'
      ? t('reasons.http404', { host })
      : t('reasons.http', { host, status });
  const key = `reasons.${reason}` as 'reasons.dns';
  return reason && t.has(key) ? t(key, { host }) : problemWords(problems, error);
}

/** What is fetched from, for the eye. */
export function hostOf(url: string): string {
  const whole = withScheme(url.trim());
  return URL.canParse(whole) ? new URL(whole).hostname.replace(/^www\./, '') : url.trim();
}
