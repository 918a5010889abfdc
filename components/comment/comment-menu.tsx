'use client';

import { type ReactNode, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { announce } from '#components/ui/announce.ts';
import { Icon, type IconName } from '#components/ui/icon.tsx';
import type { CommentView } from '#lib/comment/schema.ts';
import { permalink } from './addresses.ts';
import { nameOf } from './comment-head.tsx';
import type { Decision, May } from './may.ts';
import { useMember } from './member-context.ts';
import { useDeciding } from './use-deciding.ts';

/** The rarer things that can be done with a comment. What is in it is made when it opens: there are many of them. */
export function CommentMenu({ comment, may }: { comment: CommentView; may: May }) {
  const t = useTranslations('thread');
  const [shown, setShown] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const id = `more-${useId().replace(/[^a-zA-Z0-9-]/g, '')}`;
  return (
    <>
      <button
        type="button"
        className="act"
        popoverTarget={id}
        aria-label={t('moreActions', { name: nameOf(comment, t) })}
      >
        <Icon name="more" />
      </button>
      <div
        ref={list}
        className="menu-list"
        id={id}
        popover="auto"
        onBeforeToggle={(event) => setShown(event.newState === 'open')}
      >
        {shown && <Items comment={comment} may={may} leave={() => list.current?.hidePopover()} />}
      </div>
    </>
  );
}

const ICONS: Record<Decision, IconName> = {
  approve: 'check',
  reject: 'close',
  hide: 'close',
  restore: 'undo',
  remove: 'trash',
};

function Items({ comment, may, leave }: { comment: CommentView; may: May; leave(): void }) {
  const t = useTranslations('thread');
  const { open } = useMember();
  const decide = useDeciding();
  const item = (icon: IconName, label: ReactNode, act: () => void) => (
    <button
      type="button"
      onClick={() => {
        leave();
        act();
      }}
    >
      <Icon name={icon} />
      {label}
    </button>
  );

  function decided(decision: Decision) {
    if (decision === 'approve' || decision === 'restore') void decide(comment, decision, '');
    else open(decision, comment);
  }

  return (
    <>
      {may.edit && item('edit', t('edit'), () => open('edit', comment))}
      {may.remove && item('trash', t('delete'), () => open('delete', comment))}
      {comment.state === 'visible' && item('link', t('copyLink'), () => void copyLink(comment.id, t))}
      {may.report && item('warning', t('report'), () => open('report', comment))}
      {may.decide.map((decision) => (
        <span key={decision}>{item(ICONS[decision], t(`decide.${decision}`), () => decided(decision))}</span>
      ))}
    </>
  );
}

async function copyLink(id: string, t: ReturnType<typeof useTranslations<'thread'>>) {
  const url = `${location.origin}${permalink(id)}`;
  try {
    await navigator.clipboard.writeText(url);
    announce(t('copied'));
  } catch {
    // No clipboard without https, or none that we may write to: the address can be taken from what is said.
    announce(t('copyYourself', { url }));
  }
}
