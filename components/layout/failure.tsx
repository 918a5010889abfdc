'use client';

import { Button, LinkButton } from '#components/ui/button.tsx';
import { failure as de } from '#lib/i18n/de/failure.ts';
import { failure as en } from '#lib/i18n/en/failure.ts';

/** Stands in for a page that broke. It asks the document for the language: nothing else can be relied on here. */
export function Failure({ reset }: { reset: () => void }) {
  const german = typeof document !== 'undefined' && document.documentElement.lang === 'de';
  const words = german ? de : en;
  return (
    <main id="main" className="column" suppressHydrationWarning>
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
