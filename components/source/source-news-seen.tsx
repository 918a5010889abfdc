'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { request } from '#components/api/request.ts';
import { SubmitProblem } from '#components/form/form-parts.tsx';
import { useSubmit } from '#components/form/use-submit.ts';
import { announce } from '#components/ui/announce.ts';
import { Button } from '#components/ui/button.tsx';

/** Says that one has seen what became of a source. It stays where it stands until the page is read again. */
export function SourceNewsSeen({ sourceId, of }: { sourceId: string; of: string }) {
  const t = useTranslations('sources');
  const submit = useSubmit();
  const [seen, setSeen] = useState(false);

  function dismiss() {
    void submit.run(async () => {
      await request('DELETE', `/api/sources/${sourceId}/news`);
      setSeen(true);
      announce(t('news.dismissed'));
    });
  }

  return (
    <>
      <Button
        look="quiet"
        busy={submit.busy}
        aria-disabled={seen}
        aria-label={`${t(seen ? 'news.dismissedShort' : 'news.dismiss')}: ${of}`}
        onClick={() => !seen && dismiss()}
      >
        {t(seen ? 'news.dismissedShort' : 'news.dismiss')}
      </Button>
      <SubmitProblem submit={submit} />
    </>
  );
}
