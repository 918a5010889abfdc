'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { request } from '#components/api/request.ts';
import { announceQuietly } from '#components/ui/announce.ts';
import { Checkbox } from '#components/ui/field.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { VerdictLabel } from '#components/verdict/verdict-label.tsx';
import type { SimilarClaim } from '#lib/search/schema.ts';

/** So long nothing is typed before it is asked, in milliseconds. */
const PAUSE = 700;

/** Claims that say the same as what is being written, as soon as somebody pauses. Nothing is shown where there is none. */
export function SimilarClaims({
  statement,
  quote,
  lang,
  linked,
  onLink,
}: {
  statement: string;
  quote: string;
  lang: string;
  /** Those of which it was said that they say the same. */
  linked: readonly string[];
  onLink(linked: string[]): void;
}) {
  const t = useTranslations('annotate');
  const words = useTranslations('verdict');
  const claims = useSimilarClaims(statement, quote, lang);
  const count = claims.length;
  useEffect(() => {
    if (count > 0) announceQuietly(t('similarFound', { n: count }));
  }, [count, t]);
  if (count === 0) return null;
  return (
    <details className="optional similar">
      <summary>
        <Icon name="chevron-right" />
        {t('similarFound', { n: count })}
      </summary>
      <ul className="similar-claims">
        {claims.map(({ id, path, statement: said, verdict, folded, article }) => (
          <li key={id}>
            <VerdictLabel shown={folded ? 'folded' : verdict} words={words} />
            <a href={path} target="_blank" rel="noopener" lang={article.lang} dir="auto">
              {said}
              <span className="visually-hidden"> {t('similarNewTab')}</span>
            </a>
            <span className="small" lang={article.lang} dir="auto">
              {article.title}
            </span>
            <Checkbox
              label={t('sameAs')}
              aria-label={t('sameAsOf', { statement: said })}
              checked={linked.includes(id)}
              onChange={(event) =>
                onLink(event.target.checked ? [...linked, id] : linked.filter((one) => one !== id))
              }
            />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What is offered for a statement, once it stands still. */
export function useSimilarClaims(statement: string, quote: string, lang: string): SimilarClaim[] {
  const [claims, setClaims] = useState<SimilarClaim[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(() => {
      const query = new URLSearchParams({ statement, quote, lang });
      request<{ items: SimilarClaim[] }>('GET', `/api/claims/similar?${query}`, undefined, {
        signal: stop.signal,
      })
        .then(({ data }) => setClaims(data.items))
        // It is an offer: where it cannot be made, nothing is missing.
        .catch(() => undefined);
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [statement, quote, lang]);
  return claims;
}
