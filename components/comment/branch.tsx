import type { ReactNode } from 'react';
import { CommentHead, isGone, nameOf } from './comment-head.tsx';
import { CommentWords, isLong, Placeholder } from './comment-words.tsx';
import type { Scene } from './scene.ts';
import type { Branch } from './tree.ts';

/** What differs between a page that is only read and one where somebody takes part. */
export interface BranchParts {
  /** What can be done with a comment. */
  actions(branch: Branch): ReactNode;
  /** Lead to replies that are not shown, before and after those that are. */
  earlier(branch: Branch): ReactNode;
  more(branch: Branch): ReactNode;
}

interface BranchProps {
  branch: Branch;
  scene: Scene;
  parts: BranchParts;
}

/** A comment and, in a list of their own, the replies to it. */
export function BranchItem({ branch, scene, parts }: BranchProps) {
  const { comment, replies, together } = branch;
  const item = (reply: Branch) => (
    <BranchItem key={reply.comment.id} branch={reply} scene={scene} parts={parts} />
  );
  const [earlier, more] = [parts.earlier(branch), parts.more(branch)];
  return (
    <li>
      <CommentArticle branch={branch} scene={scene}>
        {parts.actions(branch)}
      </CommentArticle>
      {(replies.length > 0 || more) && (
        <ol className="replies" aria-label={scene.t('repliesTo', { name: nameOf(comment, scene.t) })}>
          {earlier && <li className="gap">{earlier}</li>}
          {replies.slice(0, together).map(item)}
          {more && <li className="gap">{more}</li>}
          {replies.slice(together).map(item)}
        </ol>
      )}
    </li>
  );
}

/** One comment, or what is left of it. */
export function CommentArticle({
  branch: { comment, parent },
  scene,
  children,
}: {
  branch: Branch;
  scene: Scene;
  children: ReactNode;
}) {
  const { t, current } = scene;
  const gone = isGone(comment);
  const name = nameOf(comment, t);
  const label = parent ? t('reply', { name, parent: nameOf(parent, t) }) : t('comment', { name });
  return (
    <article
      className={gone ? 'comment gone' : 'comment'}
      id={`comment-${comment.id}`}
      tabIndex={-1}
      aria-label={gone ? t('gone') : label}
      data-state={comment.state === 'visible' ? undefined : comment.state}
      data-current={current === comment.id ? '' : undefined}
      data-long={isLong(comment) && current !== comment.id ? '' : undefined}
    >
      {gone ? (
        <Placeholder comment={comment} t={t} />
      ) : (
        <>
          <CommentHead comment={comment} parent={parent} scene={scene} />
          <CommentWords comment={comment} scene={scene} />
          {children}
        </>
      )}
    </article>
  );
}
