'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { request } from '#components/api/request.ts';
import { SubmitProblem } from '#components/form/form-parts.tsx';
import { useSubmit } from '#components/form/use-submit.ts';
import { PasteField } from '#components/import/paste-field.tsx';
import { NOTHING, previewBody } from '#components/import/pasted.ts';
import { NO_TROUBLE, previewTrouble } from '#components/import/trouble.ts';
import { announce } from '#components/ui/announce.ts';
import { Button } from '#components/ui/button.tsx';
import type { RevisionView } from '#lib/article/revision/schema.ts';

interface GiveTextProps {
  articleId: string;
  newest: number;
  /** UTF-16 units that may be pasted, and that an article may have. */
  maxChars: number;
  maxText: number;
}

/** Takes the text of the article as it is now, pasted or in a file, from who may edit it. */
export function GiveText({ articleId, newest, maxChars, maxText }: GiveTextProps) {
  const t = useTranslations('history');
  const words = { t: useTranslations('import'), problems: useTranslations('problems'), maxText };
  const submit = useSubmit();
  const [pasted, setPasted] = useState(NOTHING);
  const [isMissing, setMissing] = useState(false);
  const brought = { url: '', fetched: false, file: pasted.file?.name ?? null };
  const trouble = submit.problem ? previewTrouble(submit.problem, brought, words) : NO_TROUBLE;

  function save() {
    const body = previewBody(pasted);
    setMissing(body === null);
    if (body === null) return;
    void submit.run(async () => {
      const path = `/api/articles/${articleId}/revisions`;
      const { data } = await request<RevisionView>('POST', path, body);
      const isNew = data.number > newest;
      announce(isNew ? t('revised', { n: data.number }) : t('unchanged'));
      if (isNew) location.reload();
    });
  }

  return (
    <details className="give-text">
      <summary>{t('give')}</summary>
      <p className="small">{t('giveHelp')}</p>
      <PasteField
        purpose="revision"
        pasted={pasted}
        error={isMissing ? t('giveMissing') : trouble.places.text}
        maxChars={maxChars}
        onChange={(next) => {
          setPasted(next);
          setMissing(false);
          submit.reset();
        }}
      />
      {trouble.general && <SubmitProblem submit={submit} />}
      <div>
        <Button look="primary" busy={submit.busy} onClick={save}>
          {t('giveSave')}
        </Button>
      </div>
    </details>
  );
}
