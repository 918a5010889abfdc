import type { JSONContent } from '@tiptap/core';
import { RichText } from '#components/annotation/rich-text.tsx';
import { readReason } from '#components/moderation/reasons.ts';
import type { CommentView } from '#lib/comment/schema.ts';
import type { Scene } from './scene.ts';

/** What is longer is shown in part until somebody reads on: UTF-16 units, and lines. */
const LONG = 1_600;
const LONG_LINES = 18;

export function isLong({ text }: Pick<CommentView, 'text'>): boolean {
  return text.length > LONG || text.split('\n', LONG_LINES + 1).length > LONG_LINES;
}

/** What somebody said, and, where not everybody can read it, who can. */
export function CommentWords({ comment, scene }: { comment: CommentView; scene: Scene }) {
  const { body, text, state } = comment;
  return (
    <>
      <Label comment={comment} scene={scene} />
      {body ? <RichText body={body as JSONContent} /> : <p className="said">{text}</p>}
      {isLong(comment) && state !== 'deleted' && (
        <button type="button" className="more read-on" data-read-on="">
          {scene.t('readOn')}
        </button>
      )}
    </>
  );
}

function Label({ comment, scene: { t, viewer } }: { comment: CommentView; scene: Scene }) {
  const { state, author, reason } = comment;
  if (state === 'visible' || state === 'deleted') return null;
  const own = author !== null && author.handle === viewer?.handle;
  if (!own && state !== 'pending' && state !== 'hidden') return null;
  return (
    <p className="state">
      {own ? t(`own.${state}`) : t(`seen.${state as 'pending' | 'hidden'}`)}
      {reason && (
        <>
          {' '}
          {t('ownReason')} <Reason reason={reason} t={t} />
        </>
      )}
    </p>
  );
}

/** One of the desk's reasons in the reader's language, and what the moderator said in words of their own. */
function Reason({ reason, t }: { reason: string; t: Scene['t'] }) {
  const { canned, own } = readReason(reason);
  return (
    <>
      {canned && t(`reason.${canned}`)}
      {canned && own && ': '}
      {own && <q dir="auto">{own}</q>}
    </>
  );
}

/** What stands above replies whose comment is gone. */
export function Placeholder({ comment: { state }, t }: { comment: CommentView; t: Scene['t'] }) {
  if (state === 'visible') return null;
  return (
    <p className="placeholder">
      {t(`placeholder.${state}`)}{' '}
      {(state === 'removed' || state === 'hidden') && <a href="/log">{t('log')}</a>}
    </p>
  );
}
