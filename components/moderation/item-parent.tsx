'use client';

import { useTranslations } from 'use-intl/react';
import type { QueueItem } from '#lib/moderation/queue/schema.ts';
import { nameOf } from './name-of.ts';

/** Up to here the words of a parent stand open. */
const SHORT = 180;

/** The comment that an item answers, folded when it is long. */
export function ItemParent({ parent }: { parent: NonNullable<QueueItem['parent']> }) {
  const t = useTranslations('moderation');
  const name = nameOf(t, parent);
  const text = parent.text === '' ? t('gone') : parent.text;
  const head = <span>{t('answers', { name })} </span>;
  if (text.length <= SHORT)
    return (
      <p className="item-parent">
        {head}
        <q dir="auto">{text}</q>
      </p>
    );
  const short = text
    .slice(0, SHORT)
    .toWellFormed()
    .replace(/\s+\S*$/, '');
  return (
    <details className="item-parent">
      <summary>
        {head}
        <q className="short" dir="auto">
          {short} …{' '}
        </q>
        <span className="more-words">{t('wholeAnswer')}</span>
      </summary>
      <p className="said" dir="auto">
        {text}
      </p>
    </details>
  );
}
