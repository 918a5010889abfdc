'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { request } from '#components/api/request.ts';
import { SubmitProblem } from '#components/form/form-parts.tsx';
import { useSubmit } from '#components/form/use-submit.ts';
import { announce } from '#components/ui/announce.ts';
import { Button } from '#components/ui/button.tsx';
import type { RevisionAnswer } from '#lib/article/revision/schema.ts';

interface CheckButtonProps {
  articleId: string;
  /** The newest revision that the page knows of. */
  newest: number;
  look?: 'plain' | 'quiet';
}

/** Has the article's address looked at again. A new revision is shown by reading the page anew. */
export function CheckButton({ articleId, newest, look = 'plain' }: CheckButtonProps) {
  const t = useTranslations('history');
  const submit = useSubmit();
  const [said, setSaid] = useState('');

  function check() {
    setSaid(t('checking'));
    void submit
      .run(async () => {
        const { data } = await request<RevisionAnswer>('POST', `/api/articles/${articleId}/revisions`, {});
        if (data.number > newest) {
          announce(t('revised', { n: data.number }));
          location.reload();
          return;
        }
        setSaid(t(data.look === 'beginning' ? 'beginningOnly' : 'unchanged'));
      })
      .finally(() => setSaid((before) => (before === t('checking') ? '' : before)));
  }

  return (
    <div className="check-changes">
      <Button look={look} onClick={check} busy={submit.busy}>
        {t('check')}
      </Button>
      <p className="small" role="status">
        {said}
      </p>
      <SubmitProblem submit={submit} />
    </div>
  );
}
