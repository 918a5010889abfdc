import type { ReactNode } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import type { Words } from '#components/ui/words.ts';
import type { SourceView } from '#lib/evidence/schema.ts';
import { voicesOf } from '#lib/evidence/voices.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { Quoted, SourceFare } from './source-fare.tsx';
import { SourceOrigin } from './source-origin.tsx';
import { SourceVotesTold } from './source-votes.tsx';
import { Voices } from './voices.tsx';

/** So many voices stand open; the rest follow behind a line that says how many they are. */
const SHOWN_AT_ONCE = 5;

interface SourcesProps {
  sources: SourceView[];
  words: Words<'card'>;
  locale: Locale;
  /** What stands in the place of how many find one useful: for whoever may say it too. */
  votesOn?: ((source: SourceView) => ReactNode) | undefined;
  /** What somebody who takes part can do where a page could not be had. */
  again?: ((source: SourceView) => ReactNode) | undefined;
}

export function Sources({ sources, ...rest }: SourcesProps) {
  if (sources.length === 0) return null;
  const voices = voicesOf(sources);
  const others = voices.slice(SHOWN_AT_ONCE).flat();
  return (
    <div className="card-part" role="group" aria-label={rest.words('sourcesHeading')}>
      <SourceList sources={voices.slice(0, SHOWN_AT_ONCE).flat()} {...rest} />
      {others.length > 0 ? (
        <details>
          <summary>{rest.words('moreSources', { n: others.length })}</summary>
          <SourceList sources={others} {...rest} />
        </details>
      ) : null}
    </div>
  );
}

export function SourceList({ sources, ...rest }: SourcesProps) {
  const draw = (source: SourceView) => <Source key={source.id} source={source} {...rest} />;
  return <Voices sources={sources} words={rest.words} draw={draw} />;
}

/** One source: how it stands to the claim, where it is, what it says there, and how that was found. */
export function Source({
  source,
  words,
  locale,
  votesOn,
  again,
}: Omit<SourcesProps, 'sources'> & { source: SourceView }) {
  return (
    <li className={`stance-${source.stance}`} id={`source-${source.id}`}>
      <Icon name={source.stance} className="stance" />
      <div>
        <a href={source.url} rel="nofollow ugc noopener" dir="auto">
          {source.title ?? shortAddress(source.url)}
        </a>{' '}
        <span className="small dotted">
          <span className="stance">{words(`stance.${source.stance}`)}</span>
          {source.kind ? <span>{words(`sourceKind.${source.kind}`)}</span> : null}
          {source.title ? <span dir="auto">{source.host}</span> : null}
          <span>
            <a href={`/sources/${source.pageId}`}>{words('seen')}</a>
          </span>
        </span>
        <Quoted source={source} words={words} />
        {source.note ? (
          <p className="note" dir="auto">
            {source.note}
          </p>
        ) : null}
        <SourceFare source={source} words={words} locale={locale} />
        {source.state === 'unreachable' && again?.(source)}
        <SourceOrigin source={source} words={words} />
        {source.current ? null : <span className="tag">{words('earlierWording')}</span>}
        {votesOn?.(source) ?? <SourceVotesTold votes={source.votes} words={words} />}
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
