import { initials } from '#components/ui/initials.ts';
import type { CommentView } from '#lib/comment/schema.ts';
import { threadHref } from './addresses.ts';
import { CommentTime } from './comment-time.tsx';
import type { Scene } from './scene.ts';

/** The name under which somebody speaks. */
export function nameOf({ author, guest }: CommentView, t: Scene['t']): string {
  return author?.name ?? guest?.name ?? t('formerPerson');
}

interface HeadProps {
  comment: CommentView;
  parent: CommentView | null;
  scene: Scene;
}

/** Who speaks in which quality, when, of what, and to whom. */
export function CommentHead({ comment, parent, scene }: HeadProps) {
  const { t, locale, place } = scene;
  const { id, author, createdAt, editedAt, revision } = comment;
  const name = nameOf(comment, t);
  return (
    <header className="comment-head">
      <span className="avatar" data-initials={initials(name)} aria-hidden="true" />
      <p className="who">
        {author ? (
          <a href={`/people/${author.handle}`} dir="auto">
            {name}
          </a>
        ) : (
          <b dir="auto">{name}</b>
        )}
        <Tags comment={comment} scene={scene} />
        <a className="when" href={threadHref(place.path, { comment: id })}>
          <CommentTime value={createdAt} locale={locale} />
        </a>
        {editedAt && <span className="soft">{t('edited')}</span>}
        {revision < place.revision && <span className="soft">{t('revision', { n: revision })}</span>}
        {parent && <ReplyTo parent={parent} t={t} />}
      </p>
    </header>
  );
}

/** Seen where a branch is deeper than it can be indented. */
function ReplyTo({ parent, t }: { parent: CommentView; t: Scene['t'] }) {
  const comment = (words: React.ReactNode) => <a href={`#comment-${parent.id}`}>{words}</a>;
  return (
    <span className="reply-to">
      {isGone(parent)
        ? t.rich('inReplyToGone', { comment })
        : t.rich('inReplyTo', { name: nameOf(parent, t), comment })}
    </span>
  );
}

/** Only a placeholder is left of it for this reader. */
export function isGone({ body, text }: CommentView): boolean {
  return body === null && text === '';
}

function Tags({ comment: { author, guest }, scene: { t, viewer, place } }: Omit<HeadProps, 'parent'>) {
  const { annotator } = place;
  const tags = [
    guest && t('guest'),
    author && author.handle === viewer?.handle && t('you'),
    author && annotator?.handle === author.handle && t(`annotator.${annotator.kind}`),
    author && author.role !== 'reader' && t(`role.${author.role}`),
  ].filter((tag): tag is string => Boolean(tag));
  return tags.map((tag) => (
    <span key={tag} className="tag">
      {tag}
    </span>
  ));
}
