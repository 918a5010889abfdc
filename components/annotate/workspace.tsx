'use client';

import { type ReactNode, type Ref, useCallback, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Rail, SetAside } from '#components/annotation/cards.tsx';
import { waitIn } from '#components/annotation/complete-card.ts';
import { LightRail, LightSetAside } from '#components/annotation/light-margin.tsx';
import { SourceTrying } from '#components/annotation/source-trying.ts';
import type { ArticleDrawing } from '#components/article/drawing.ts';
import { KeysDialog } from '#components/article/keys-dialog.tsx';
import { passageHref, quoteInDiscussion } from '#components/comment/quote.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { describe } from '#lib/anchoring/selector.ts';
import { documentText } from '#lib/document/text.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import type { ArticlePage } from '#lib/flows/article-page.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { CardActions } from './card-actions.tsx';
import { LightWorkspaceMargin } from './light-workspace-margin.tsx';
import { beginDraft, type NewDraft } from './new-draft.ts';
import { NEW_ID, usePassages } from './passages.ts';
import type { Selected } from './selection.ts';
import { SelectionToolbar } from './selection-toolbar.tsx';
import { useAnnotations } from './use-annotations.ts';
import { useFaredHead } from './use-fared-head.ts';
import { useKeptPlace } from './use-kept-place.ts';
import { focusBlock } from './use-keyboard-selecting.ts';
import { useLightList } from './use-light-list.ts';
import { useLiveAnnotations } from './use-live-annotations.ts';
import { useMargin } from './use-margin.ts';
import { useMarking } from './use-marking.ts';
import { useNewDraft } from './use-new-draft.ts';
import { useOpenPending } from './use-open-pending.ts';
import { useSurface } from './use-surface.ts';
import { WaitingDrafts } from './waiting-drafts.tsx';
import { type Rules, WorkspaceContext, type WorkspaceState } from './workspace-context.tsx';
import { WorkspaceHead } from './workspace-head.tsx';
import { WorkspaceMargin } from './workspace-margin.tsx';

export interface WorkspaceProps {
  page: ArticlePage;
  /** In the discussion under the article. */
  comments: number;
  /** What the server drew: the text with its marks, and the cards where there are thousands. */
  drawing: ArticleDrawing;
  viewer: WorkspaceState['viewer'];
  locale: Locale;
  rules: Rules;
  /** The server's time. */
  now: string;
  /** Where what is new is offered. */
  offer: ReactNode;
  /** What is to be said of the article's source, above the text. */
  notice: ReactNode;
  /** The discussion. */
  children: ReactNode;
}

/** From this width on the cards stand in the margin, as components/annotation/margin.ts has it. */
const WIDE = '(min-width: 1100px)';

/**
 * The article for somebody who is signed in: what everybody sees, and what can be done with it. The served text stays
 * as it is until tiptap takes it over.
 */
export function Workspace({
  page,
  comments,
  drawing,
  viewer,
  locale,
  rules,
  offer,
  notice,
  now,
  children,
}: WorkspaceProps) {
  const { article, document: content } = page;
  const t = useTranslations('annotate');
  const words = useTranslations('article');
  const cardWords = useCardWords(locale);
  const main = useRef<HTMLElement>(null);
  const prose = useRef<HTMLDivElement>(null);
  const text = useMemo(() => documentText(content), [content]);
  const { light } = drawing;
  const listOf = useLightList(main, light !== null);
  const { lists, touched, has, put, drop, reread } = useAnnotations(page, listOf, {
    text,
    revision: article.revision.number,
  });
  const drafts = useNewDraft({ personId: viewer.id, articleId: article.id }, text);
  const { pending, setPending } = drafts;
  const passages = usePassages(lists.annotations, pending, cardWords, listOf);
  const { mountNow } = useSurface({
    root: prose,
    document: content,
    passages,
    attributes: { 'aria-label': t('text'), 'aria-describedby': 'text-help' },
  });

  const { opened, activate, active } = useMargin(main, {
    onActivate(id) {
      // A sheet that is put away closes the form in it; what was typed waits as a draft.
      if (id !== NEW_ID && !matchMedia(WIDE).matches) setPending(null);
    },
    complete(card, id) {
      const waiting = waitIn(card);
      if (waiting) void reread(id).catch(() => waiting.fail());
    },
  });
  useKeptPlace();
  const begin = useCallback(
    (kind: NewDraft['kind'], { start, end }: Selected) => {
      setPending(beginDraft(kind, describe(text, start, end), rules.statementMax));
    },
    [text, rules.statementMax, setPending],
  );
  const marking = useMarking({
    root: prose,
    text,
    lang: article.lang,
    enabled: article.state !== 'locked',
    onClaim: useCallback((selected: Selected) => begin('claim', selected), [begin]),
    onRemark: useCallback((selected: Selected) => begin('remark', selected), [begin]),
    onQuote: useCallback(
      ({ exact }: Selected) => {
        if (article.state !== 'open') return;
        const href = passageHref(`${location.origin}/articles/${article.slug}`, exact);
        quoteInDiscussion({ text: exact, source: article.title, href });
      },
      [article.state, article.slug, article.title],
    ),
  });
  useLiveAnnotations(main, { id: article.id, position: page.position }, { has, put, drop, activate, active });
  const next = useOpenPending(pending, activate, mountNow);

  const closeForm = useCallback(() => {
    if (active() === NEW_ID) activate(null);
    setPending(null);
    if (pending && prose.current) focusBlock(prose.current, pending.target.start);
  }, [pending, setPending, activate, active]);

  const saved = useCallback(
    (annotation: AnnotationDetail) => {
      next.current = annotation.id;
      put(annotation);
      setPending(null);
    },
    [next, put, setPending],
  );

  const { choose } = marking;
  const chooseSpan = useCallback(async () => {
    const back = active();
    const start = lists.annotations.find(({ id }) => id === back)?.anchor.start ?? 0;
    if (!matchMedia(WIDE).matches) activate(null);
    if (prose.current) focusBlock(prose.current, start);
    const selected = await choose();
    activate(back);
    return selected;
  }, [choose, active, activate, lists.annotations]);

  const leave = useCallback(
    ({ anchor }: AnnotationDetail) => {
      activate(null);
      if (prose.current) focusBlock(prose.current, anchor.start ?? 0);
    },
    [activate],
  );

  const state = useMemo(
    (): WorkspaceState => ({
      articleId: article.id,
      articleState: article.state,
      lang: article.lang,
      text,
      locale,
      viewer,
      rules,
      put,
      drop,
      leave,
      reread,
      chooseSpan,
    }),
    [article, text, locale, viewer, rules, put, drop, leave, reread, chooseSpan],
  );
  const everything = useMemo(() => [...lists.annotations, ...lists.orphaned], [lists]);
  const head = useFaredHead(page, everything, listOf, touched);
  const actions = (annotation: AnnotationDetail) =>
    // What lost its place is out of the way of the others, and asks for one.
    (opened.has(annotation.id) || annotation.anchor.start === null) && (
      <CardActions annotation={annotation} revision={article.revision.number} />
    );

  const orphaned = { title: words('setAside.orphaned'), hint: words('setAside.orphanedHint') };
  const withdrawn = { title: words('setAside.withdrawn'), hint: words('setAside.withdrawnHint') };
  const margin = {
    pending,
    opened,
    revision: article.revision.number,
    words: cardWords,
    onSaved: saved,
    onClose: closeForm,
  };
  const promoted = useMemo(() => [...everything, ...lists.withdrawn], [everything, lists.withdrawn]);

  return (
    <WorkspaceContext value={state}>
      <main
        id="main"
        className="page"
        data-reader=""
        data-article={page.article.id}
        data-position={page.position}
        ref={main}
      >
        {offer}
        {light ? <LightRail /> : <Rail annotations={lists.annotations} />}
        <article className="text">
          <WorkspaceHead {...head} comments={comments} now={now} locale={locale} />
          {notice}
          <p id="text-help" className="visually-hidden">
            {t('textHelp')}
          </p>
          <Prose ref={prose} lang={article.lang} html={drawing.prose} />
          {everything.length === 0 && pending === null && light === null && (
            <EmptyState title={words('emptyTitle')}>
              <p>{words('emptySignedIn')}</p>
            </EmptyState>
          )}
          {light ? (
            <>
              <LightSetAside name="orphaned" {...light.orphaned} {...orphaned} />
              <LightSetAside name="withdrawn" {...light.withdrawn} {...withdrawn} />
            </>
          ) : (
            <>
              <SetAside
                name="orphaned"
                annotations={lists.orphaned}
                words={cardWords}
                actions={actions}
                {...orphaned}
              />
              <SetAside name="withdrawn" annotations={lists.withdrawn} words={cardWords} {...withdrawn} />
            </>
          )}
        </article>
        {light && listOf ? (
          <LightWorkspaceMargin {...margin} annotations={promoted} cards={light.cards} listOf={listOf} />
        ) : (
          <WorkspaceMargin {...margin} annotations={lists.annotations} />
        )}
        {children}
        <SourceTrying />
        <div className="over-text">
          {marking.now && (
            <SelectionToolbar
              root={prose}
              now={marking.now}
              keep={marking.keep}
              choosing={marking.choosing}
              canRemark={article.state === 'open'}
              actions={marking.actions}
            />
          )}
        </div>
        {pending === null && (
          <WaitingDrafts drafts={drafts.waiting} onContinue={drafts.resume} onDiscard={drafts.discard} />
        )}
        <KeysDialog
          words={words}
          more={[
            { keys: ['Enter'], does: t('keySelect') },
            { keys: ['c'], does: t('keyClaim') },
            { keys: ['r'], does: t('keyRemark') },
            { keys: ['q'], does: t('keyQuote') },
            { keys: ['s'], does: t('keySentence') },
          ]}
        />
      </main>
    </WorkspaceContext>
  );
}

function useCardWords(locale: Locale) {
  const card = useTranslations('card');
  const verdict = useTranslations('verdict');
  return useMemo(() => ({ locale, card, verdict }), [locale, card, verdict]);
}

/** The served text. React must never write it again: it becomes tiptap's. */
function Prose({ ref, lang, html }: { ref: Ref<HTMLDivElement>; lang: string; html: string }) {
  const inner = useRef({ __html: html });
  // The HTML is written by our own serializer from a document of our schema; everything in it is escaped.
  // biome-ignore lint/security/noDangerouslySetInnerHtml: see above
  return <div ref={ref} className="prose" lang={lang} dir="auto" dangerouslySetInnerHTML={inner.current} />;
}
