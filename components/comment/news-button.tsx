'use client';

import { useState } from 'react';

/** Offers new comments. It lies over the page. */
export function NewsButton({ words, onShow }: { words: string | null; onShow(): Promise<void> }) {
  const [busy, setBusy] = useState(false);
  if (words === null) return null;
  return (
    <button
      type="button"
      className="offer"
      aria-busy={busy}
      onClick={() => {
        if (busy) return;
        setBusy(true);
        void onShow().finally(() => setBusy(false));
      }}
    >
      {words}
    </button>
  );
}
