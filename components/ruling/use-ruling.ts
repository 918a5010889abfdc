'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { RequestProblem, request } from '#components/api/request.ts';
import type { Draft } from '#components/form/use-draft.ts';
import { type Submit, useSubmit } from '#components/form/use-submit.ts';
import { announce } from '#components/ui/announce.ts';
import type { RulingDesk } from '#lib/ruling/schema.ts';
import { bodyOf, draftOf, type RulingDraft } from './ruling-draft.ts';

interface RulingActions {
  submit: Submit;
  /** What somebody else made of it meanwhile, to be shown beside one's own words; null where nobody did. */
  theirs: RulingDesk | null;
  takeTheirs(): void;
  save(): void;
  publish(): void;
  approve(): void;
  discard(): Promise<void>;
}

/** What can be done with what is being written of a ruling, as the server has it in `desk`. What went wrong is in `submit`; nothing typed is lost. */
export function useRuling(
  desk: RulingDesk,
  setDesk: (desk: RulingDesk) => void,
  draft: Draft<RulingDraft>,
  present: readonly string[],
): RulingActions {
  const t = useTranslations('ruling');
  const submit = useSubmit(draft.sent);
  const [theirs, setTheirs] = useState<RulingDesk | null>(null);
  const path = `/api/annotations/${desk.annotationId}/ruling`;

  /** The next attempt knows of what the other one did, and says so by the version. */
  function onConflict(error: unknown) {
    if (!(error instanceof RequestProblem) || error.code !== 'edit-conflict') return;
    const current = error.current as RulingDesk;
    // A new wording alone is nothing that somebody wrote here.
    if (current.version !== draft.value.version) setTheirs(current);
    setDesk(current);
    draft.change({ version: current.version });
  }

  function run(work: Parameters<Submit['run']>[0]) {
    return submit.run(async (submission) => {
      try {
        await work(submission);
      } catch (error) {
        onConflict(error);
        throw error;
      }
    });
  }

  /** Takes over what the server has now; the form stays as it is. */
  function settle(now: RulingDesk, words: string) {
    setDesk(now);
    setTheirs(null);
    draft.change({ version: now.version, statement: now.statement, exact: now.exact });
    draft.clear();
    announce(words);
  }

  function leave(words: string) {
    draft.clear();
    announce(words);
    location.assign(`/claims/${desk.annotationId}#ruling`);
  }

  const body = () => bodyOf(draft.value, desk, present);
  return {
    submit,
    theirs,
    takeTheirs() {
      if (!theirs) return;
      draft.reset();
      draft.change(draftOf(theirs));
      setTheirs(null);
    },
    save: () =>
      void run(async (submission) => {
        const { data } = await request<RulingDesk>('PUT', `${path}/draft`, body(), { submission });
        settle(data, t('form.saved'));
      }),
    publish: () =>
      void run(async (submission) => {
        const { status, data } = await request<RulingDesk>('PUT', path, body(), { submission });
        if (status === 202) settle(data, t('form.waiting'));
        else leave(t('form.published'));
      }),
    approve: () =>
      void run(async () => {
        await request('POST', `${path}/approval`, { version: desk.version });
        leave(t('form.approved'));
      }),
    discard: () =>
      run(async () => {
        await request('DELETE', `${path}/draft?version=${desk.version}`);
        leave(t('form.discarded'));
      }),
  };
}
