'use client';

import './styles/tokens.css';
import './styles/fonts.css';
import './styles/base.css';
import './styles/ui.css';
import { Failure } from '#components/layout/failure.tsx';

/** For when the layout itself breaks: it brings its own document. Its language is set once the browser is asked. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    // biome-ignore lint/a11y/useHtmlLang: see above
    <html>
      <body>
        <Failure reset={reset} />
      </body>
    </html>
  );
}
