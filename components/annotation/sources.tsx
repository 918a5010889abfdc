import { Icon } from '#components/ui/icon.tsx';
import type { Words } from '#components/ui/words.ts';
import type { SourceView } from '#lib/evidence/schema.ts';
import { voicesOf } from '#lib/evidence/voices.ts';
import { SourceOrigin } from './source-origin.tsx';
import { Voices } from './voices.tsx';

/** So many voices stand open; the rest follow behind a line that says how many they are. */
const SHOWN_AT_ONCE = 5;

export function Sources({ sources, words }: { sources: SourceView[]; words: Words<'card'> }) {
  if (sources.length === 0) return null;
  const voices = voicesOf(sources);
  const rest = voices.slice(SHOWN_AT_ONCE).flat();
  return (
    <section className="card-part" aria-label={words('sourcesHeading')}>
      <SourceList sources={voices.slice(0, SHOWN_AT_ONCE).flat()} words={words} />
      {rest.length > 0 ? (
        <details>
          <summary>{words('moreSources', { n: rest.length })}</summary>
          <SourceList sources={rest} words={words} />
        </details>
      ) : null}
    </section>
  );
}

function SourceList({ sources, words }: { sources: SourceView[]; words: Words<'card'> }) {
  const draw = (source: SourceView) => <Source key={source.id} source={source} words={words} />;
  return <Voices sources={sources} words={words} draw={draw} />;
}

/** One source: how it stands to the claim, where it is, and what it says there. */
export function Source({ source, words }: { source: SourceView; words: Words<'card'> }) {
  const { state } = source;
  const checked =
    state === 'verified' || state === 'altered' || state === 'missing' || state === 'unreachable';
  return (
    <li className={`stance-${source.stance}`} id={`source-${source.id}`}>
      <Icon name={source.stance} className="stance" />
      <div>
        <a href={source.url} rel="nofollow ugc noopener" dir="auto">
          {source.title ?? shortAddress(source.url)}
        </a>{' '}
        <span className="small">
          · <span className="stance">{words(`stance.${source.stance}`)}</span>
          {source.title ? ` · ${source.host}` : null} ·{' '}
          <a href={`/sources/${source.pageId}`}>{words('seen')}</a>
        </span>
        {source.quote ? <q dir="auto">{source.quote}</q> : null}
        {source.note ? (
          <p className="note" dir="auto">
            {source.note}
          </p>
        ) : null}
        {checked ? (
          <p className={`small checked ${state}`}>
            <Icon name={state === 'verified' ? 'check' : 'warning'} />
            {words(`sourceState.${state}`)}
          </p>
        ) : null}
        <SourceOrigin source={source} words={words} />
        {source.current ? null : <span className="tag">{words('earlierWording')}</span>}
      </div>
    </li>
  );
}

const ADDRESS_MAX = 60;

/** An address without what every address has, in readable letters. */
export function shortAddress(url: string): string {
  const short = readable(url)
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/\/$/, '');
  return short.length > ADDRESS_MAX ? `${short.slice(0, ADDRESS_MAX).toWellFormed()}…` : short;
}

/** Escapes of letters as letters. What would not be seen, or would turn the reading order, stays escaped. */
function readable(url: string): string {
  try {
    return decodeURI(url).replace(/[\p{C}\p{Z}]/gu, encodeURIComponent);
  } catch {
    return url;
  }
}
