'use client';

import './styles/tokens.css';
import './styles/base.css';
import './styles/ui.css';
import { Failure } from '#components/layout/failure.tsx';

/** For when the layout itself breaks: it brings its own document. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Obelus</title>
        <Failure reset={reset} />
      </body>
    </html>
  );
}
