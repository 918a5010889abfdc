import { Time } from '#components/ui/time.tsx';
import type { CommentView } from '#lib/comment/schema.ts';
import type { CardWords } from './card.tsx';
import { RichText } from './rich-text.tsx';

/** The first things that people said on it. The discussion, where it was opened, takes their place. */
export function Comments({ comments, words }: { comments: CommentView[]; words: CardWords }) {
  const visible = comments.filter(({ state }) => state === 'visible');
  if (visible.length === 0) return null;
  return (
    <section className="card-part talk" aria-label={words.card('commentsHeading')}>
      <ul className="comments">
        {visible.map(({ id, author, body, text, createdAt, editedAt }) => (
          <li key={id}>
            <p className="who">
              {author ? (
                <a href={`/people/${author.handle}`}>{author.name}</a>
              ) : (
                <span>{words.card('formerPerson')}</span>
              )}
              <Time value={createdAt} locale={words.locale} />
              {editedAt ? <span>{words.card('edited')}</span> : null}
            </p>
            {body ? <RichText body={body} /> : <p className="said">{text}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
