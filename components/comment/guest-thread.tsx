import type { ReactNode } from 'react';
import type { ThreadPlace } from '#lib/comment/place.ts';
import type { ThreadView } from '#lib/flows/thread-page.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { signInHref, threadHref } from './addresses.ts';
import { Branches, type BranchParts } from './branch.tsx';
import { GuestForm } from './guest-form.tsx';
import { earlierReplies, moreReplies } from './replies-links.tsx';
import type { Scene } from './scene.ts';
import { ThreadFrame } from './thread-frame.tsx';
import { ThreadList } from './thread-list.tsx';
import { type Branch, branchesOf, openThread } from './thread-state.ts';

/** A thread as everybody can read it. All of it is HTML; taking part begins with signing in. */
export function GuestThread({
  place,
  view,
  locale,
}: {
  place: ThreadPlace;
  view: ThreadView;
  locale: Locale;
}) {
  const t = translator(locale, 'thread');
  const scene: Scene = { place, sort: view.sort, current: view.current, viewer: null, locale, t };
  const state = openThread(view);
  const { heads } = branchesOf(state);
  const cursorsOf = ({ comment }: Branch) => state.replyCursors.get(comment.id);
  const parts: BranchParts = {
    actions: (branch) => <GuestActions branch={branch} scene={scene} />,
    earlier: (branch) => earlierReplies({ branch, scene, cursors: cursorsOf(branch) }),
    more: (branch) => moreReplies({ branch, scene, cursors: cursorsOf(branch) }),
  };
  return (
    <ThreadFrame
      scene={scene}
      view={view}
      cursors={state.cursors}
      total={state.total}
      composer={<Composer scene={scene} mayWrite={view.guests} />}
      isGuest
    >
      <ThreadList>
        <Branches branches={heads} scene={scene} parts={parts} />
      </ThreadList>
    </ThreadFrame>
  );
}

/** Everything that somebody signed in can do leads to the sign-in, and back to the comment. */
function GuestActions({ branch: { comment }, scene: { place, t } }: { branch: Branch; scene: Scene }) {
  const { id, votes } = comment;
  const counts = [
    { sign: '▲', n: votes.up, words: t('agree', { n: votes.up }) },
    { sign: '▼', n: votes.down, words: t('disagree', { n: votes.down }) },
  ];
  return (
    <div className="acts">
      {counts.map(({ sign, n, words }) => (
        <a
          key={sign}
          className="act"
          href={signInHref(id, 'vote')}
          rel="nofollow"
          aria-label={t('signInToVote', { count: words })}
        >
          <span aria-hidden="true">{sign}</span>
          {n > 0 && <span className="num">{n}</span>}
        </a>
      ))}
      {place.takes === 'everything' && (
        <a className="act" href={signInHref(id, 'reply')} rel="nofollow" data-reply="">
          {t('replyTo')}
        </a>
      )}
      <a className="act" href={signInHref(id, 'report')} rel="nofollow">
        {t('report')}
      </a>
    </div>
  );
}

/** How to take part, or why nobody can. */
function Composer({ scene: { place, locale, t }, mayWrite }: { scene: Scene; mayWrite: boolean }) {
  if (place.why) return <p className="join">{t(place.why)}</p>;
  const next = `next=${encodeURIComponent(threadHref(place.path))}`;
  const ways = {
    signIn: (words: ReactNode) => <a href={`/sign-in?${next}`}>{words}</a>,
    signUp: (words: ReactNode) => <a href={`/sign-up?${next}`}>{words}</a>,
  };
  if (mayWrite) return <GuestForm locale={locale} hint={t.rich('guestHint', { signIn: ways.signIn })} />;
  return <p className="join">{t.rich('signInToSpeak', ways)}</p>;
}
