'use client';

import { useCallback, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { clearDraft, type DraftPlace, listDrafts, sweepDrafts, writeDraft } from '#components/form/draft.ts';
import { announce } from '#components/ui/announce.ts';
import { isNewDraft, NEW_FORM, type NewDraft, newForm } from './new-draft.ts';

type Waiting = { form: string; data: NewDraft }[];

/** The annotation that is being written, and those that were begun and wait. */
export function useNewDraft(place: Omit<DraftPlace, 'form'>, text: string) {
  const t = useTranslations('annotate');
  const { personId, articleId } = place;
  const [pending, setPending] = useState<NewDraft | null>(null);
  const [waiting, setWaiting] = useState<Waiting>([]);

  const look = useCallback(
    () => setWaiting(listDrafts({ personId, articleId, form: NEW_FORM }, isNewDraft)),
    [personId, articleId],
  );
  useEffect(() => {
    sweepDrafts();
    look();
  }, [look]);
  // A form that closes writes its draft as it goes: only then is it there to be listed.
  useEffect(() => {
    if (pending === null) look();
  }, [pending, look]);

  const resume = useCallback(
    async (draft: NewDraft) => {
      const { exact, start, end } = draft.target;
      if (text.slice(start, end) === exact) return setPending(draft);
      const { locate } = await import('#lib/anchoring/locate.ts');
      const found = locate(text, draft.target);
      if (!found.found) return announce(t('draftLost'), 'error');
      // The passage moved: the draft moves with it, under a name of its own.
      const { start: from, end: to } = found;
      const moved = {
        ...draft,
        target: { ...draft.target, exact: text.slice(from, to), start: from, end: to },
      };
      clearDraft({ personId, articleId, form: newForm(draft) });
      writeDraft({ personId, articleId, form: newForm(moved) }, moved);
      setPending(moved);
    },
    [text, t, personId, articleId],
  );

  const discard = useCallback(
    (form: string) => {
      clearDraft({ personId, articleId, form });
      look();
    },
    [personId, articleId, look],
  );

  return { pending, setPending, waiting, resume, discard };
}
