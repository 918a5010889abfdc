'use client';

import { type FormEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { RequestProblem } from '#components/api/request.ts';
import type { Submit } from '#components/form/use-submit.ts';
import { Button, LinkButton } from '#components/ui/button.tsx';
import { TextArea } from '#components/ui/field.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Progress } from '#components/ui/progress.tsx';
import type { ExhibitLoadView, ExhibitView } from '#lib/exhibit/schema.ts';
import { exhibitHref } from './addresses.ts';
import { formOf, type ReadFile, readExportFile } from './export-file.ts';
import { type Post, useBringing } from './use-bringing.ts';

interface BringProps {
  article: { id: string; slug: string; host: string | null };
  /** The exhibit as it was when the page was made. */
  exhibit: ExhibitView | null;
}

type Taken = Extract<ReadFile, { text: string }>;

/** Brings the thread that stood under the original: from its page, a file, or the clipboard. */
export function BringExhibit({ article, exhibit }: BringProps) {
  const t = useTranslations('exhibit');
  const { submit, load, brought, posts, bring } = useBringing(article.id, exhibit);
  const [file, setFile] = useState<Taken | null>(null);
  const [pasted, setPasted] = useState('');
  const [missing, setMissing] = useState<string | null>(null);

  function send(post?: string) {
    const text = file?.text ?? pasted;
    if (text.trim() === '') return setMissing(t('nothing'));
    setMissing(null);
    void bring({ [file?.form ?? formOf(pasted)]: text, ...(post ? { post } : {}) });
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    send();
  }

  if (load) return <Loading load={load} />;
  return (
    <div className="bring-exhibit">
      {brought && (
        <Notice>
          <p role="status">{t('done', { ...brought })}</p>
          <LinkButton href={exhibitHref(article.slug)}>{t('look')}</LinkButton>
        </Notice>
      )}
      {article.host && (
        <div className="stack">
          <Button busy={submit.busy} onClick={() => void bring({})}>
            {t('fetch', { host: article.host })}
          </Button>
          <p className="small">{t('fetchHint')}</p>
        </div>
      )}
      <form onSubmit={onSubmit} noValidate>
        <FileField
          file={file}
          onTake={(read) => {
            setMissing('refused' in read ? t(read.refused) : null);
            setFile('refused' in read ? null : read);
          }}
        />
        <TextArea
          label={t('pasted')}
          hint={t('pastedHint')}
          error={missing ?? undefined}
          rows={8}
          spellCheck={false}
          value={pasted}
          onChange={(event) => {
            setPasted(event.target.value);
            setFile(null);
          }}
        />
        <Trouble submit={submit} />
        <Posts posts={posts} onChoose={send} busy={submit.busy} />
        <div className="import-actions">
          <Button type="submit" look="primary" busy={submit.busy}>
            {t('submit')}
          </Button>
          {submit.busy && <Progress label={t('bringing')} />}
        </div>
      </form>
    </div>
  );
}

/** How far the job is. It goes on whoever looks. */
function Loading({ load: { done, total } }: { load: ExhibitLoadView }) {
  const t = useTranslations('exhibit');
  return (
    <div className="bring-progress">
      <p>{t('progress', { done, total })}</p>
      <Progress label={t('bringing')} value={done} max={total} />
      <p className="small">{t('progressHint')}</p>
    </div>
  );
}

function FileField({ file, onTake }: { file: Taken | null; onTake(read: ReadFile): void }) {
  const t = useTranslations('exhibit');
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="field">
      <span className="label">{t('file')}</span>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('file')}
        accept=".xml,.html,.htm,.txt,text/xml,application/xml,text/html,text/plain"
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          if (chosen) void readExportFile(chosen).then(onTake);
          // The same file again is a change, too.
          event.target.value = '';
        }}
      />
      <div className="row">
        <Button onClick={() => input.current?.click()}>
          <Icon name="upload" />
          {t('chooseFile')}
        </Button>
        <span className="small" role="status">
          {file && t('chosen', { name: file.name })}
        </span>
      </div>
      <span className="hint">{t('fileHint')}</span>
    </div>
  );
}

/** What went wrong; of a file that cannot be read, where. */
function Trouble({ submit }: { submit: Submit }) {
  const { words, problem } = submit;
  if (words === null) return null;
  const where = problem instanceof RequestProblem && problem.code === 'bad-export' ? problem.message : null;
  return (
    <Notice tone="error">
      <p>{words}</p>
      {where && (
        <p className="small" lang="en">
          {where}
        </p>
      )}
    </Notice>
  );
}

/** The posts of an export, where none has the address of the article. */
function Posts({ posts, onChoose, busy }: { posts: Post[]; onChoose(id: string): void; busy: boolean }) {
  const t = useTranslations('exhibit');
  if (posts.length === 0) return null;
  return (
    <section className="posts" aria-labelledby="choose-post">
      <h2 id="choose-post">{t('choosePost')}</h2>
      <ul className="plain-list">
        {posts.map(({ id, title, comments }) => (
          <li key={id}>
            <Button look="quiet" busy={busy} onClick={() => onChoose(id)}>
              {t('post', { title, n: comments })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
