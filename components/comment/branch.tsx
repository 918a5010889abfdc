import type { ReactNode } from 'react';
import { CommentHead, isGone, nameOf } from './comment-head.tsx';
import { CommentWords, isLong, Placeholder } from './comment-words.tsx';
import type { Scene } from './scene.ts';
import type { Branch } from './thread-state.ts';

/** What differs between a page that is only read and one where somebody takes part. */
export interface BranchParts {
  /** What can be done with a comment. */
  actions(branch: Branch): ReactNode;
  /** The form that was opened below it. It stays when the comment goes: somebody is writing in it. */
  form?(branch: Branch): ReactNode;
  /** In the place of its words, while they are changed; null leaves them. */
  words?(branch: Branch): ReactNode;
  /** Lead to replies that are not shown, before and after those that are. */
  earlier(branch: Branch): ReactNode;
  more(branch: Branch): ReactNode;
}

interface BranchProps {
  branch: Branch;
  scene: Scene;
  parts: BranchParts;
}

/** The branches of a thread, or the word that there are none. */
export function Branches({
  branches,
  scene,
  parts,
}: Omit<BranchProps, 'branch'> & { branches: readonly Branch[] }) {
  if (branches.length === 0) return <p className="nothing">{scene.t('empty')}</p>;
  return (
    <ol className="branches" aria-label={scene.t('list')}>
      {branches.map((branch) => (
        <BranchItem key={branch.comment.id} branch={branch} scene={scene} parts={parts} />
      ))}
    </ol>
  );
}

/** A comment and, in a list of their own, the replies to it. */
function BranchItem({ branch, scene, parts }: BranchProps) {
  const { comment, replies, together } = branch;
  const item = (reply: Branch) => (
    <BranchItem key={reply.comment.id} branch={reply} scene={scene} parts={parts} />
  );
  const [earlier, more] = [parts.earlier(branch), parts.more(branch)];
  const label = scene.t('repliesTo', { name: nameOf(comment, scene.t) });
  const hasReplies = replies.length > 0 || more !== null;
  return (
    <li>
      <CommentArticle branch={branch} scene={scene} parts={parts} fold={hasReplies ? label : null} />
      {hasReplies && (
        <ol className="replies" aria-label={label}>
          {earlier && <li className="gap">{earlier}</li>}
          {replies.slice(0, together).map(item)}
          {more && <li className="gap">{more}</li>}
          {replies.slice(together).map(item)}
        </ol>
      )}
    </li>
  );
}

interface ArticleProps extends BranchProps {
  /** The name of the list of replies, where there is one to fold away. */
  fold: string | null;
}

/** One comment, or what is left of it. */
function CommentArticle({ branch, scene, parts, fold }: ArticleProps) {
  const { t, current } = scene;
  const { comment, parent } = branch;
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
          {parts.words?.(branch) ?? <CommentWords comment={comment} scene={scene} />}
          {parts.actions(branch)}
        </>
      )}
      {parts.form?.(branch)}
      {/* The script of every page folds: components/comment/reading.ts. */}
      {fold && (
        <button
          type="button"
          className="fold"
          data-fold={comment.replyCount}
          aria-expanded="true"
          aria-label={fold}
        />
      )}
    </article>
  );
}
