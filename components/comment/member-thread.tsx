'use client';

import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ThreadPlace } from '#lib/comment/place.ts';
import type { CommentView, Sort } from '#lib/comment/schema.ts';
import type { ThreadView } from '#lib/flows/thread-page.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { OPENABLE } from './addresses.ts';
import { Branches, type BranchParts } from './branch.tsx';
import { CommentActions } from './comment-actions.tsx';
import { focusComment } from './focus-comment.ts';
import { mayOf } from './may.ts';
import { MemberContext, type MemberState, type Opened, type ThreadRules } from './member-context.ts';
import { NewsButton } from './news-button.tsx';
import { DeleteDialog, ReasonDialog, ReportDialog } from './opened-dialog.tsx';
import { EditForm, ReplyForm } from './opened-form.tsx';
import { earlierReplies, moreReplies } from './replies-links.tsx';
import type { Scene } from './scene.ts';
import { ThreadFrame } from './thread-frame.tsx';
import { ThreadList } from './thread-list.tsx';
import { type Branch, branchesOf } from './thread-state.ts';
import { TopComposer } from './top-composer.tsx';
import { useLiveThread } from './use-live-thread.ts';
import { useThread } from './use-thread.ts';
import { useVoting } from './use-voting.ts';

export interface MemberThreadProps {
  place: ThreadPlace;
  view: ThreadView;
  viewer: MemberState['viewer'];
  rules: ThreadRules;
  locale: Locale;
  /** Shows it in another order here, instead of on a page of its own. */
  onSort?: (sort: Sort) => void;
  /** Is told how many comments there are, when that changes. */
  onTotal?: (total: number) => void;
}

/** A thread for somebody who is signed in: what everybody sees, and what can be done with it. */
export function MemberThread(props: MemberThreadProps) {
  const { place, view, viewer, rules, locale, onSort, onTotal } = props;
  const t = useTranslations('thread');
  const thread = useThread(place, view);
  const { state, load } = thread;
  const live = useLiveThread(place, thread);
  const { opened, open, close } = useOpened();
  useOpenAsked({ place, viewer }, state.comments.get(view.current ?? ''), open);
  const { sort, current } = view;
  const scene = useMemo<Scene>(
    () => ({ place, sort, current, viewer, locale, t }),
    [place, sort, current, viewer, locale, t],
  );
  const member = useMemo<MemberState>(
    () => ({ scene, viewer, rules, thread, opened, open, close }),
    [scene, viewer, rules, thread, opened, open, close],
  );
  const { heads, beyond } = useMemo(() => branchesOf(state), [state]);
  const parts = useParts(member, live);
  useEffect(() => {
    onTotal?.(state.total);
  }, [onTotal, state.total]);
  return (
    <MemberContext value={member}>
      <ThreadFrame
        scene={scene}
        view={view}
        cursors={state.cursors}
        total={state.total}
        composer={place.why ? <p className="join">{t(place.why)}</p> : <TopComposer />}
        beyond={beyond.length > 0 && <Branches branches={beyond} scene={scene} parts={parts} />}
        onSort={onSort}
        onLoad={(side) => void load(side)}
        isGuest={false}
      >
        <ThreadList offer={<NewsButton words={live.wordsFor('')} onShow={() => live.show('')} />}>
          <Branches branches={heads} scene={scene} parts={parts} />
        </ThreadList>
      </ThreadFrame>
      <OpenedDialog opened={opened} />
    </MemberContext>
  );
}

/** One form or dialog at a time. Closing gives the focus back to where it was opened. */
function useOpened() {
  const [opened, setOpened] = useState<Opened | null>(null);
  const latest = useRef<Opened | null>(null);
  const leaving = useRef<string | null>(null);
  const set = useCallback((next: Opened | null) => {
    leaving.current = next === null ? (latest.current?.comment.id ?? null) : null;
    latest.current = next;
    setOpened(next);
  }, []);
  const open = useCallback<MemberState['open']>(
    (kind, comment, quote) => set({ kind, comment, quote: quote ?? null }),
    [set],
  );
  const close = useCallback(() => set(null), [set]);
  // The form goes with the drawing that follows, and the focus that was in it is nowhere only from then on.
  useLayoutEffect(() => {
    const id = leaving.current;
    leaving.current = null;
    if (id && opened === null && document.activeElement === document.body) focusComment(id);
  }, [opened]);
  return { opened, open, close };
}

/** Opens what somebody was about to do before they signed in, once: a reload opens nothing. */
function useOpenAsked(
  scene: Parameters<typeof mayOf>[1],
  comment: CommentView | undefined,
  open: MemberState['open'],
) {
  const asked = useRef({ scene, comment, open });
  useEffect(() => {
    const { scene, comment, open } = asked.current;
    const address = new URL(location.href);
    const wanted = OPENABLE.find((one) => one === address.searchParams.get('open'));
    if (!wanted || !comment) return;
    address.searchParams.delete('open');
    history.replaceState(history.state, '', address);
    if (mayOf(comment, scene)[wanted]) open(wanted, comment);
  }, []);
}

function useParts(
  { scene, thread, opened }: MemberState,
  live: ReturnType<typeof useLiveThread>,
): BranchParts {
  const vote = useVoting(thread);
  const { state, loadReplies } = thread;
  const isOpen = (kind: Opened['kind'], { comment }: Branch) =>
    opened?.kind === kind && opened.comment.id === comment.id;
  const links = (branch: Branch) => ({
    branch,
    scene,
    cursors: state.replyCursors.get(branch.comment.id),
    onLoad: (side: 'next' | 'prev') => void loadReplies(branch.comment.id, side),
  });
  return {
    actions: (branch) =>
      isOpen('edit', branch) ? null : (
        <>
          <CommentActions comment={branch.comment} onVote={vote} />
          <NewsButton words={live.wordsFor(branch.comment.id)} onShow={() => live.show(branch.comment.id)} />
        </>
      ),
    form: (branch) => isOpen('reply', branch) && <ReplyForm comment={branch.comment} />,
    words: (branch) => (isOpen('edit', branch) ? <EditForm comment={branch.comment} /> : null),
    earlier: (branch) => earlierReplies(links(branch)),
    more: (branch) => moreReplies(links(branch)),
  };
}

function OpenedDialog({ opened }: { opened: Opened | null }) {
  if (opened?.kind === 'delete') return <DeleteDialog comment={opened.comment} />;
  if (opened?.kind === 'report') return <ReportDialog comment={opened.comment} />;
  if (opened?.kind === 'hide' || opened?.kind === 'remove' || opened?.kind === 'reject')
    return <ReasonDialog comment={opened.comment} decision={opened.kind} />;
  return null;
}
