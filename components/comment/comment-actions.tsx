'use client';

import { useTranslations } from 'use-intl';
import type { CommentView } from '#lib/comment/schema.ts';
import { permalink } from './addresses.ts';
import { nameOf } from './comment-head.tsx';
import { CommentMenu } from './comment-menu.tsx';
import { mayOf } from './may.ts';
import { useMember } from './member-context.ts';
import { excerpt, type Quote } from './quote.ts';

/** What somebody signed in can do with a comment. */
export function CommentActions({
  comment,
  onVote,
}: {
  comment: CommentView;
  onVote(comment: CommentView, value: 1 | -1): void;
}) {
  const t = useTranslations('thread');
  const { scene, open } = useMember();
  const may = mayOf(comment, scene);
  const name = nameOf(comment, t);
  return (
    <div className="acts">
      <Votes comment={comment} canVote={may.vote} isOwn={may.remove} onVote={onVote} />
      {may.reply && (
        <>
          <button type="button" className="act" data-act="reply" onClick={() => open('reply', comment)}>
            {t('replyTo')}
          </button>
          <button
            type="button"
            className="act"
            // The press would take the selection away that is to be quoted.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => open('reply', comment, quoteOf(comment, name))}
          >
            {t('quote')}
          </button>
        </>
      )}
      <CommentMenu comment={comment} may={may} />
    </div>
  );
}

/** What is selected in its words, or the words themselves. */
function quoteOf({ id, text }: CommentView, source: string): Quote {
  const said = document.getElementById(`comment-${id}`)?.querySelector('.said');
  const selection = document.getSelection();
  const within =
    selection &&
    !selection.isCollapsed &&
    said?.contains(selection.anchorNode) &&
    said.contains(selection.focusNode);
  return {
    text: within ? selection.toString().trim() : excerpt(text),
    source,
    href: `${location.origin}${permalink(id)}`,
  };
}

interface VotesProps {
  comment: CommentView;
  canVote: boolean;
  /** Whoever wrote it sees how it fares from the beginning, and cannot add to it. */
  isOwn: boolean;
  onVote(comment: CommentView, value: 1 | -1): void;
}

function Votes({ comment, canVote, isOwn, onVote }: VotesProps) {
  const t = useTranslations('thread');
  const { up, down, mine } = comment.votes;
  const both = [
    { value: 1, sign: '▲', n: up, words: t('agree', { n: up }), label: t('voteFor', { n: up }) },
    {
      value: -1,
      sign: '▼',
      n: down,
      words: t('disagree', { n: down }),
      label: t('voteAgainst', { n: down }),
    },
  ] as const;
  return both.map(({ value, sign, n, words, label }) =>
    canVote ? (
      <button
        key={value}
        type="button"
        className="act vote"
        aria-pressed={mine === value}
        aria-label={label}
        onClick={() => onVote(comment, value)}
      >
        <span aria-hidden="true">{sign}</span>
        {n > 0 && <span className="num">{n}</span>}
      </button>
    ) : (
      (n > 0 || (isOwn && comment.state === 'visible')) && (
        <span key={value} className="act still" role="img" aria-label={words}>
          <span aria-hidden="true">{sign}</span>
          <span className="num">{n}</span>
        </span>
      )
    ),
  );
}
