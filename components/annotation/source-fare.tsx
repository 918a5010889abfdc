import { Icon } from '#components/ui/icon.tsx';
import { Time } from '#components/ui/time.tsx';
import type { Words } from '#components/ui/words.ts';
import type { SourceView } from '#lib/evidence/schema.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { failureWords } from './failure-words.ts';
import { WordDiff } from './word-diff.tsx';

type Fared = Pick<SourceView, 'state' | 'lostAt' | 'movedTo' | 'archiveUrl' | 'failure'>;

interface FareProps {
  source: Fared;
  words: Words<'card'>;
  locale: Locale;
}

/** What is quoted of a page. Where the page has it in other words, both stand there: struck through what it does not say. */
export function Quoted({
  source,
  words,
}: {
  source: Pick<SourceView, 'quote' | 'found'>;
  words: Words<'card'>;
}) {
  if (!source.quote) return null;
  if (!source.found) return <q dir="auto">{source.quote}</q>;
  return (
    <>
      <p className="small">{words('asThePageHasIt')}</p>
      <q dir="auto">
        <WordDiff before={source.quote} after={source.found} />
      </q>
    </>
  );
}

/** What looks at its page found, in words: whether the quote stands there, since when not, and where else it can be read. */
export function SourceFare(props: FareProps) {
  return (
    <>
      <Finding {...props} />
      <Moved {...props} />
      <Copy {...props} />
    </>
  );
}

function Finding({ source: { state, lostAt, failure }, words, locale }: FareProps) {
  if (state === 'pending') return <p className="small checked">{words('sourceState.pending')}</p>;
  if (state === 'no-quote') return null;
  const why = failureWords(words, failure);
  const isLost = lostAt !== null && state !== 'verified';
  return (
    <p className={`small checked ${state}`}>
      <Icon name={state === 'verified' ? 'check' : 'warning'} />
      <span>
        {isLost
          ? words.rich(`sourceLost.${state}`, { why, at: () => <Time value={lostAt} locale={locale} /> })
          : words(`sourceState.${state}`, { why })}
      </span>
    </p>
  );
}

function Moved({ source: { movedTo }, words }: FareProps) {
  if (movedTo === null) return null;
  return (
    <p className="small checked moved">
      <Icon name="warning" />
      <span>
        {words.rich('sourceMoved', {
          link: () => (
            <a href={movedTo} rel="nofollow ugc noopener">
              {hostOf(movedTo)}
            </a>
          ),
        })}
      </span>
    </p>
  );
}

function Copy({ source: { archiveUrl }, words }: FareProps) {
  if (archiveUrl === null) return null;
  return (
    <p className="small">
      <a href={archiveUrl} rel="nofollow ugc noopener">
        {words('archivedCopy')}
      </a>{' '}
      ({hostOf(archiveUrl)})
    </p>
  );
}

const hostOf = (url: string) => new URL(url).hostname.replace(/^www\./, '');
