'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { request, Submission } from '#components/api/request.ts';
import { announce } from '#components/ui/announce.ts';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { ArticleView } from '#lib/article/schema.ts';
import type { ImportPreviewWithThread } from '#lib/flows/import-input.ts';
import { NO_DRAFT } from './draft.ts';
import { type Found, type Look, lookAt, publishBody } from './look.ts';
import { PasteStep } from './paste-step.tsx';
import { type Pasted, previewBody } from './pasted.ts';
import { PreviewStep } from './preview-step.tsx';
import { hostOf, NO_TROUBLE, previewTrouble, publishTrouble, type Trouble, troubleAt } from './trouble.ts';
import { useDraft } from './use-draft.ts';
import type { PreviewStage, PreviewWork } from './waiting.tsx';

interface ImportDeskProps {
  /** Whose draft it is. */
  handle: string;
  /** UTF-16 units: of what is pasted, and of the article that is in it. */
  maxChars: number;
  maxText: number;
  /** Tags and names, in the order of the names. */
  languages: { tag: string; name: string }[];
}

/** What the page waits for. */
type Work = ({ kind: 'preview' } & PreviewWork) | { kind: 'publish' } | null;

/** The import page of somebody who may: what is pasted on one side, the preview of it on the other. */
export function ImportDesk({ handle, maxChars, maxText, languages }: ImportDeskProps) {
  const t = useTranslations('import');
  const words = { t, problems: useTranslations('problems'), maxText };
  const { draft, setDraft, ready, restored, setRestored, fits, finish, flush } = useDraft(handle);
  const [work, setWork] = useState<Work>(null);
  const [trouble, setTrouble] = useState<Trouble>(NO_TROUBLE);
  const [discarded, setDiscarded] = useState<typeof draft | null>(null);
  const stop = useRef<AbortController | null>(null);
  const submission = useRef(new Submission());
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusOnTurn(heading, draft.looking, ready);

  function paste(pasted: Pasted) {
    setDraft((now) => ({ ...now, pasted, stale: now.look !== null }));
    setTrouble(NO_TROUBLE);
    setDiscarded(null);
  }

  async function preview() {
    const { pasted } = draft;
    const body = previewBody(pasted);
    if (!body) return setTrouble(troubleAt('text', t('nothing')));
    const content = body.html ?? body.markdown ?? body.text;
    if (content !== undefined && content.length > maxChars) {
      return setTrouble(troubleAt('text', t('tooLarge', { max: maxText })));
    }
    const fetched = content === undefined && !body.file;
    const controller = new AbortController();
    stop.current = controller;
    setTrouble(NO_TROUBLE);
    const of = { host: fetched ? hostOf(pasted.url) : null, fileName: pasted.file?.name ?? null };
    const at = (stage: PreviewStage) => setWork({ kind: 'preview', ...of, stage });
    at('sending');
    try {
      const { data } = await request<ImportPreviewWithThread>('POST', '/api/articles/preview', body, {
        signal: controller.signal,
        onStep: (step) => at(step as PreviewStage),
      });
      setDraft({ pasted, look: lookAt(data), looking: true, stale: false });
      setRestored(false);
    } catch (error) {
      if (controller.signal.aborted) announce(t('stopped'));
      else setTrouble(previewTrouble(error, { url: pasted.url, fetched, file: of.fileName }, words));
    }
    setWork(null);
  }

  async function publish(look: Look) {
    if (!look.fields.title.trim()) return setTrouble(troubleAt('title', t('missingTitle')));
    if (!look.document) return setTrouble(troubleAt('body', t('emptyBody')));
    setTrouble(NO_TROUBLE);
    setWork({ kind: 'publish' });
    try {
      const sent = { submission: submission.current };
      const { status, data } = await request<ArticleView>('POST', '/api/articles', publishBody(look), sent);
      if (status === 201) {
        finish();
        window.location.assign(`/articles/${data.slug}`);
        return;
      }
      // Somebody brought it in meanwhile: what was corrected here stays, until its address is another one.
      const known: Found['known'] = { id: data.id, slug: data.slug, title: data.title };
      setDraft((now) => ({
        ...now,
        look: { ...look, found: { ...look.found, known, url: look.fields.url } },
      }));
      heading.current?.focus();
    } catch (error) {
      setTrouble(publishTrouble(error, words));
    }
    setWork(null);
  }

  function startOver() {
    setDiscarded(draft);
    setDraft(NO_DRAFT);
    setTrouble(NO_TROUBLE);
    setRestored(false);
  }

  function bringBack() {
    if (discarded) setDraft(discarded);
    setDiscarded(null);
  }

  function turn(looking: boolean) {
    setTrouble(NO_TROUBLE);
    setDraft((now) => ({ ...now, looking }));
  }

  const { pasted, look, looking } = draft;
  return (
    <>
      {restored && (
        <Notice>
          <p>{t('restored')}</p>
          <Button onClick={startOver}>{t('startOver')}</Button>
        </Notice>
      )}
      {discarded && (
        <Notice>
          <p>{t('startedOver')}</p>
          <Button onClick={bringBack}>{t('undoStartOver')}</Button>
        </Notice>
      )}
      {!fits && (
        <Notice>
          <p>{t('notKept')}</p>
        </Notice>
      )}
      {looking && look ? (
        <PreviewStep
          heading={heading}
          look={look}
          onChange={(changed) => setDraft((now) => ({ ...now, look: changed }))}
          onBack={() => turn(false)}
          onPublish={() => publish(look)}
          onLeave={flush}
          publishing={work?.kind === 'publish'}
          trouble={trouble}
          languages={languages}
        />
      ) : (
        <PasteStep
          heading={heading}
          pasted={pasted}
          onChange={paste}
          onPreview={preview}
          onForward={look ? () => turn(true) : null}
          stale={draft.stale}
          onStop={() => stop.current?.abort()}
          onLeave={flush}
          waitingFor={work?.kind === 'preview' ? work : null}
          ready={ready}
          trouble={trouble}
          maxChars={maxChars}
        />
      )}
    </>
  );
}

/** Where the page shows something else, the focus and the eye go to its beginning. */
function useFocusOnTurn(heading: RefObject<HTMLHeadingElement | null>, looking: boolean, ready: boolean) {
  const before = useRef<boolean | null>(null);
  useEffect(() => {
    if (!ready) return;
    const turned = before.current !== null && before.current !== looking;
    before.current = looking;
    if (!turned) return;
    heading.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [heading, looking, ready]);
}
