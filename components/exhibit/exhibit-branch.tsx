import type { JSONContent } from '@tiptap/core';
import type { ReactNode } from 'react';
import { weave } from '#components/annotation/marks.ts';
import type { Passage } from '#components/annotation/passage.ts';
import { CommentTime } from '#components/comment/comment-time.tsx';
import { isLong } from '#components/comment/comment-words.tsx';
import { passageHref } from '#components/comment/quote.ts';
import { initials } from '#components/ui/initials.ts';
import type { Words } from '#components/ui/words.ts';
import { documentHtml } from '#lib/document/html.ts';
import type { ExhibitCommentView } from '#lib/exhibit/schema.ts';
import type { ExhibitPage } from '#lib/flows/exhibit-page.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { exhibitHref } from './addresses.ts';
import { countBelow, type ExhibitBranch } from './branches.ts';

/** What every comment of the original needs to be drawn. */
export interface ExhibitScene {
  slug: string;
  parents: ExhibitPage['parents'];
  locale: Locale;
  t: Words<'exhibit'>;
  /** What was claimed of its words, and what can be. */
  beside(comment: ExhibitCommentView): ReactNode;
  /** The marked words of its claims. */
  passages(comment: ExhibitCommentView): Passage[];
}

/** Branches as the discussions of this place draw them: with the same lines, folded by the same script. */
export function ExhibitBranches({
  branches,
  scene,
}: {
  branches: readonly ExhibitBranch[];
  scene: ExhibitScene;
}) {
  return (
    <ol className="branches" aria-label={scene.t('list')}>
      {branches.map((branch) => (
        <Item key={branch.comment.id} branch={branch} above={null} scene={scene} />
      ))}
    </ol>
  );
}

interface ItemProps {
  branch: ExhibitBranch;
  above: ExhibitCommentView | null;
  scene: ExhibitScene;
}

function Item({ branch, above, scene }: ItemProps) {
  const { comment, replies } = branch;
  const label = scene.t('repliesTo', { name: nameOf(comment, scene.t) });
  return (
    <li>
      <Comment branch={branch} above={above} scene={scene} fold={replies.length > 0 ? label : null} />
      {replies.length > 0 && (
        <ol className="replies" aria-label={label}>
          {replies.map((reply) => (
            <Item key={reply.comment.id} branch={reply} above={comment} scene={scene} />
          ))}
        </ol>
      )}
    </li>
  );
}

const nameOf = ({ author }: { author: string }, t: ExhibitScene['t']) => author || t('nameless');

/** Keeps the place of a comment that a moderator put away, for the replies to it and the claims about it. */
function Hidden({ comment, scene }: { comment: ExhibitCommentView; scene: ExhibitScene }) {
  const { t } = scene;
  return (
    <article
      className="comment gone"
      id={`original-${comment.id}`}
      tabIndex={-1}
      aria-label={t('hiddenComment')}
    >
      <p className="placeholder">
        {t('hiddenHere')} <a href="/log">{t('log')}</a>
      </p>
      {scene.beside(comment)}
    </article>
  );
}

/** Written on the page where one name answers another. */
function Comment({ branch, above, scene, fold }: ItemProps & { fold: string | null }) {
  const { t } = scene;
  const { comment } = branch;
  const name = nameOf(comment, t);
  if (comment.state === 'hidden') return <Hidden comment={comment} scene={scene} />;
  return (
    <article
      className="comment"
      id={`original-${comment.id}`}
      data-exhibit={comment.id}
      tabIndex={-1}
      aria-label={above ? t('reply', { name, parent: nameOf(above, t) }) : t('comment', { name })}
      data-long={isLong(comment) ? '' : undefined}
    >
      <header className="comment-head">
        <span className="avatar" data-initials={initials(name)} aria-hidden="true" />
        <p className="who">
          <b dir="auto">{name}</b>
          <span className="tag">{t('tag')}</span>
          <WrittenAt comment={comment} locale={scene.locale} />
          <Answered comment={comment} above={above} scene={scene} />
        </p>
      </header>
      <Tied comment={comment} scene={scene} />
      {/* The HTML is written by our own serializer from a document of our schema; everything in it is escaped. */}
      <div
        className="said"
        dir="auto"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: see above
        dangerouslySetInnerHTML={{
          __html: documentHtml(comment.body as JSONContent, weave(scene.passages(comment))),
        }}
      />
      {isLong(comment) && (
        <button type="button" className="more read-on" data-read-on="">
          {t('readOn')}
        </button>
      )}
      <Votes votes={comment.votes} t={t} />
      {scene.beside(comment)}
      {fold && (
        <button
          type="button"
          className="fold"
          data-fold={countBelow(branch)}
          aria-expanded="true"
          aria-label={fold}
        />
      )}
    </article>
  );
}

/** A moment as everywhere; what is known less well in the words that told it. */
function WrittenAt({ comment, locale }: { comment: ExhibitCommentView; locale: Locale }) {
  const { writtenAt, timeWords } = comment;
  if (writtenAt === null) return timeWords && <span className="when">{timeWords}</span>;
  return (
    <span className="when">
      {timeWords === null ? (
        <CommentTime value={writtenAt} locale={locale} />
      ) : (
        <time dateTime={writtenAt}>{timeWords}</time>
      )}
    </span>
  );
}

/** Whom it answers: said where the nesting does not show it. */
function Answered({ comment, above, scene }: Omit<ItemProps, 'branch'> & { comment: ExhibitCommentView }) {
  const { t, slug, parents } = scene;
  const away = comment.parentId === null ? undefined : parents[comment.parentId];
  if (!comment.parentId || (!above && !away)) return null;
  const parent = above ?? away;
  const href = away ? exhibitHref(slug, away.cursor, comment.parentId) : `#original-${comment.parentId}`;
  return (
    <span className={away ? 'soft' : 'reply-to'}>
      {t.rich('inReplyTo', {
        name: parent ? nameOf(parent, t) : '',
        comment: (words) => <a href={href}>{words}</a>,
      })}
    </span>
  );
}

/** The words of the article that it was written about. */
function Tied({ comment: { passage }, scene }: { comment: ExhibitCommentView; scene: ExhibitScene }) {
  const { t, slug } = scene;
  if (!passage) return null;
  const found = passage.start !== null;
  return (
    <p className="tied">
      {t(found ? 'tiedTo' : 'tiedToGone')}{' '}
      <q dir="auto">
        {found ? (
          <a href={passageHref(`/articles/${encodeURIComponent(slug)}`, passage.exact)}>{passage.exact}</a>
        ) : (
          passage.exact
        )}
      </q>
    </p>
  );
}

/** Of the original: to be read, not to be added to. */
function Votes({ votes, t }: { votes: ExhibitCommentView['votes']; t: ExhibitScene['t'] }) {
  if (!votes) return null;
  const { up, down, score } = votes;
  if (up === null) return <p className="original-votes">{t('score', { n: score })}</p>;
  return (
    <p className="original-votes">
      <span aria-hidden="true">
        ▲ <span className="num">{up}</span>
        {down !== null && (
          <>
            {' '}
            ▼ <span className="num">{down}</span>
          </>
        )}
      </span>
      <span className="visually-hidden">{t('votes', { up, down: down ?? 0 })}</span>
    </p>
  );
}
