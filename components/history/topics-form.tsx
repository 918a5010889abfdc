'use client';

import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { RequestProblem, request } from '#components/api/request.ts';
import { SubmitProblem } from '#components/form/form-parts.tsx';
import { useSubmit } from '#components/form/use-submit.ts';
import { announce } from '#components/ui/announce.ts';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/field.tsx';
import type { ArticleView } from '#lib/article/schema.ts';

interface TopicsFormProps {
  articleId: string;
  topics: string[];
  version: number;
  /** How many there may be, and how long each. */
  limits: { topics: number; chars: number };
}

/** What an article is about, said by whoever may correct it. */
export function TopicsForm({ articleId, topics, version: first, limits }: TopicsFormProps) {
  const t = useTranslations('history');
  const submit = useSubmit();
  const [line, setLine] = useState(topics.join(', '));
  const [version, setVersion] = useState(first);
  const [error, setError] = useState<string>();

  function save(event: FormEvent) {
    event.preventDefault();
    const names = line
      .split(/[,;]/)
      .map((name) => name.trim())
      .filter(Boolean);
    const wrong = wrongWith(names);
    setError(wrong);
    if (wrong) return;
    void submit.run(async () => {
      try {
        const body = { topics: names, version };
        const { data } = await request<ArticleView>('PATCH', `/api/articles/${articleId}`, body);
        setVersion(data.version);
        setLine(data.topics.join(', '));
        announce(t('topicsSaved'));
      } catch (problem) {
        if (!(problem instanceof RequestProblem) || problem.code !== 'edit-conflict') throw problem;
        const current = problem.current as ArticleView;
        setVersion(current.version);
        setError(t('topicsConflict', { topics: current.topics.join(', ') || t('topicsNone') }));
      }
    });
  }

  function wrongWith(names: string[]): string | undefined {
    const long = names.find((name) => name.length > limits.chars);
    if (long) return t('topicsTooLong', { max: limits.chars, topic: `${long.slice(0, limits.chars)}…` });
    return names.length > limits.topics ? t('topicsTooMany', { max: limits.topics }) : undefined;
  }

  return (
    <details className="give-text">
      <summary>{t('topics')}</summary>
      <form className="form" onSubmit={save} noValidate>
        <TextField
          label={t('topicsField')}
          hint={t('topicsHint', { max: limits.topics })}
          error={error}
          value={line}
          dir="auto"
          onChange={(event) => setLine(event.target.value)}
        />
        <SubmitProblem submit={submit} />
        <div>
          <Button type="submit" look="primary" busy={submit.busy}>
            {t('topicsSave')}
          </Button>
        </div>
      </form>
    </details>
  );
}
