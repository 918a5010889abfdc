'use client';

import type { JSONContent } from '@tiptap/core';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { RequestProblem, request } from '#components/api/request.ts';
import { ArticleEditor } from '#components/editor/article-editor.tsx';
import { Conflict, FormFrame } from '#components/form/form-parts.tsx';
import { useDraft } from '#components/form/use-draft.ts';
import { useSubmit } from '#components/form/use-submit.ts';
import { announce } from '#components/ui/announce.ts';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { PublicTextView } from '#lib/settings/text/schema.ts';

/** Changes a text of the place. What was typed survives a conflict, a lost connection and a reload. */
export function EditText({ text, personId }: { text: PublicTextView; personId: string }) {
  const t = useTranslations('textsPage');
  const [open, setOpen] = useState(false);
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (open) return <TextForm text={text} personId={personId} onClose={() => setOpen(false)} />;
  return (
    <div>
      <Button onClick={() => setOpen(true)} disabled={!ready}>
        <Icon name="edit" />
        {t('edit')}
      </Button>
    </div>
  );
}

interface TextDraft {
  body: JSONContent | null;
  /** Of the text that was changed. */
  version: number;
}

function isTextDraft(data: unknown): data is TextDraft {
  if (typeof data !== 'object' || data === null) return false;
  const { body, version } = data as Partial<Record<keyof TextDraft, unknown>>;
  return typeof body === 'object' && typeof version === 'number';
}

interface TextFormProps {
  text: PublicTextView;
  personId: string;
  onClose(): void;
}

function TextForm({ text, personId, onClose }: TextFormProps) {
  const t = useTranslations('textsPage');
  const editor = useTranslations('editor');
  const { name, locale } = text;
  const place = { personId, articleId: 'texts', form: `${name}:${locale}` };
  const draft = useDraft<TextDraft>(place, { body: text.body, version: text.version }, isTextDraft);
  const submit = useSubmit();
  const [theirs, setTheirs] = useState<PublicTextView | null>(null);
  // The editor reads what stands in it once: another text makes another editor.
  const [edition, setEdition] = useState(0);

  function save() {
    void submit.run(async (submission) => {
      if (!draft.value.body) throw new RequestProblem('empty-text', 422);
      try {
        await request('PUT', `/api/texts/${name}/${locale}`, draft.value, { submission });
      } catch (error) {
        if (error instanceof RequestProblem && error.code === 'edit-conflict')
          hearOf(error.current as PublicTextView);
        throw error;
      }
      draft.clear();
      announce(t('saved'));
      location.reload();
    });
  }

  /** Saved again, mine is written over theirs. */
  function hearOf(current: PublicTextView) {
    draft.change({ version: current.version });
    setTheirs(current);
  }

  function takeTheirs(current: PublicTextView) {
    draft.change({ body: current.body, version: current.version });
    setTheirs(null);
    submit.reset();
    setEdition((n) => n + 1);
  }

  return (
    <FormFrame
      title={t('edit')}
      submit={submit}
      submitLabel={t('save')}
      onSubmit={save}
      onClose={onClose}
      restored={draft.restored}
      onDiscard={() => {
        draft.reset();
        setEdition((n) => n + 1);
      }}
    >
      <p className="small">{t('editHelp')}</p>
      <ArticleEditor
        key={edition}
        document={draft.value.body}
        onChange={(body) => draft.change({ body })}
        label={t('text')}
        t={editor}
      />
      {theirs && (
        <Conflict onTheirs={() => takeTheirs(theirs)}>
          <p className="small">{t('theirs')}</p>
          <p>{theirs.text.slice(0, 300)}</p>
        </Conflict>
      )}
    </FormFrame>
  );
}
