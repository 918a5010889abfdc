'use client';

import { useEffect, useState } from 'react';
import { Button, LinkButton } from '#components/ui/button.tsx';
import { failure as de } from '#lib/i18n/de/failure.ts';
import { failure as en } from '#lib/i18n/en/failure.ts';
import { pickLocale } from '#lib/i18n/locale.ts';

/** Stands in for a page that broke. Nothing can be asked of the server here: the document, or the browser, knows the language. */
export function Failure({ reset }: { reset: () => void }) {
  const [words, setWords] = useState(en);
  useEffect(() => {
    const locale = pickLocale(document.documentElement.lang, navigator.languages.join());
    if (!document.documentElement.lang) document.documentElement.lang = locale;
    setWords(locale === 'de' ? de : en);
  }, []);
  return (
    <main id="main" className="column">
      <title>{`${words.title} · Obelus`}</title>
      <h1>{words.title}</h1>
      <div className="stack">
        <p className="lede">{words.body}</p>
        <div className="row">
          <Button look="primary" onClick={reset}>
            {words.retry}
          </Button>
          <LinkButton href="/">{words.home}</LinkButton>
        </div>
      </div>
    </main>
  );
}
