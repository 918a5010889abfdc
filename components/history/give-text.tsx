'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { request } from '#components/api/request.ts';
import { SubmitProblem } from '#components/form/form-parts.tsx';
import { useSubmit } from '#components/form/use-submit.ts';
import { announce } from '#components/ui/announce.ts';
import { Button } from '#components/ui/button.tsx';
import { TextArea } from '#components/ui/field.tsx';
import type { RevisionView } from '#lib/article/revision/schema.ts';

/** Takes the text of the article as it is now, from who may edit it. */
export function GiveText({ articleId, newest }: { articleId: string; newest: number }) {
  const t = useTranslations('history');
  const submit = useSubmit();
  const [markdown, setMarkdown] = useState('');
  const [error, setError] = useState<string>();

  function save() {
    const missing = markdown.trim() === '';
    setError(missing ? t('giveMissing') : undefined);
    if (missing) return;
    void submit.run(async () => {
      const path = `/api/articles/${articleId}/revisions`;
      const { data } = await request<RevisionView>('POST', path, { markdown });
      const isNew = data.number > newest;
      announce(isNew ? t('revised', { n: data.number }) : t('unchanged'));
      if (isNew) location.reload();
    });
  }

  return (
    <details className="give-text">
      <summary>{t('give')}</summary>
      <p className="small">{t('giveHelp')}</p>
      <TextArea
        label={t('giveText')}
        error={error}
        rows={8}
        dir="auto"
        value={markdown}
        onChange={(event) => setMarkdown(event.target.value)}
      />
      <SubmitProblem submit={submit} />
      <div>
        <Button look="primary" busy={submit.busy} onClick={save}>
          {t('giveSave')}
        </Button>
      </div>
    </details>
  );
}
