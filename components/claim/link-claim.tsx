'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Look } from '#components/annotation/passage.ts';
import { request } from '#components/api/request.ts';
import { SubmitProblem } from '#components/form/form-parts.tsx';
import { useSubmit } from '#components/form/use-submit.ts';
import { useSimilarClaims } from '#components/search/similar-claims.tsx';
import { announceQuietly } from '#components/ui/announce.ts';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/field.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { VerdictLabel } from '#components/verdict/verdict-label.tsx';
import type { SearchPage } from '#lib/search/schema.ts';
import { showAnew } from './show-anew.ts';

interface LinkClaimProps {
  claim: { id: string; statement: string; quote: string; lang: string };
  /** Claims that are linked with it already. */
  relatives: readonly string[];
}

/** Says of another claim that it says the same. */
export function LinkClaim({ claim, relatives }: LinkClaimProps) {
  const t = useTranslations('family');
  const [open, setOpen] = useState(false);
  return (
    <details className="optional" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon name="chevron-right" />
        {t('link')}
      </summary>
      {open && <FindClaim claim={claim} relatives={relatives} />}
    </details>
  );
}

interface Found {
  id: string;
  statement: string;
  shown: Look;
  article: { title: string; lang: string };
}

/** So much of a quote tells whether somebody marked the same, in units. */
const QUOTE_SENT = 500;

function FindClaim({ claim, relatives }: LinkClaimProps) {
  const t = useTranslations('family');
  const words = useTranslations('verdict');
  const submit = useSubmit();
  const [sought, setSought] = useState('');
  const similar = useSimilarClaims(claim.statement, claim.quote.slice(0, QUOTE_SENT), claim.lang);
  const found = useFoundClaims(sought.trim());
  const offered = (
    found ??
    similar.map(({ verdict, folded, ...one }): Found => ({ ...one, shown: folded ? 'folded' : verdict }))
  ).filter(({ id }) => id !== claim.id && !relatives.includes(id));

  function link(id: string) {
    void submit.run(async () => {
      await request('POST', `/api/annotations/${claim.id}/family`, { annotationId: id });
      showAnew('family');
    });
  }

  return (
    <div className="form link-claim">
      <p className="small">{t('linkHelp')}</p>
      <TextField
        type="search"
        label={t('find')}
        value={sought}
        maxLength={300}
        onChange={(event) => setSought(event.target.value)}
      />
      {offered.length === 0 && <p className="small">{t(found ? 'nothingFound' : 'nothingSimilar')}</p>}
      <ul className="similar-claims">
        {offered.map(({ id, statement, shown, article }) => (
          <li key={id}>
            <VerdictLabel shown={shown} words={words} />
            <a href={`/claims/${id}`} lang={article.lang} dir="auto">
              {statement}
            </a>
            <span className="small" lang={article.lang} dir="auto">
              {article.title}
            </span>
            <Button busy={submit.busy} onClick={() => link(id)} aria-label={t('saysOf', { statement })}>
              {t('says')}
            </Button>
          </li>
        ))}
      </ul>
      <SubmitProblem submit={submit} />
    </div>
  );
}

/** So long nothing is typed before it is looked for, in milliseconds. */
const PAUSE = 400;

/** Null while nothing is sought. */
function useFoundClaims(sought: string): Found[] | null {
  const t = useTranslations('family');
  const [found, setFound] = useState<Found[] | null>(null);
  useEffect(() => {
    if (sought === '') return setFound(null);
    const stop = new AbortController();
    const timer = setTimeout(() => {
      const query = new URLSearchParams({ q: sought, kind: 'claim', limit: '10' });
      request<SearchPage>('GET', `/api/search?${query}`, undefined, { signal: stop.signal })
        .then(({ data }) => {
          setFound(data.items.map(toFound));
          announceQuietly(t('found', { n: data.items.length }));
        })
        .catch(() => setFound([]));
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [sought, t]);
  return found;
}

function toFound({ id, title, snippet, verdict, folded, article }: SearchPage['items'][number]): Found {
  const shown = folded ? 'folded' : (verdict ?? 'open');
  return { id, statement: title?.text ?? snippet.text, shown, article };
}
