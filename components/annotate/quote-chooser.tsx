'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';

const QuoteDialog = dynamic(() => import('./quote-dialog.tsx').then((m) => m.QuoteDialog));

export interface ChosenQuote {
  quote: string;
  /** Where it stands in the text of the page's newest snapshot (UTF-16). */
  quoteStart: number;
}

interface QuoteChooserProps {
  /** Of the page; null while none is given. */
  url: string | null;
  onChoose(chosen: ChosenQuote): void;
}

/** Instead of typing it, the passage is selected in what its page holds. */
export function QuoteChooser({ url, onChoose }: QuoteChooserProps) {
  const t = useTranslations('annotate');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        look="quiet"
        className="choose-quote-button"
        disabled={url === null}
        onClick={() => setOpen(true)}
      >
        <Icon name="quote" /> {t('chooseQuote')}
      </Button>
      {open && url !== null && (
        <QuoteDialog
          url={url}
          onClose={() => setOpen(false)}
          onChoose={(chosen) => {
            setOpen(false);
            onChoose(chosen);
          }}
        />
      )}
    </>
  );
}
