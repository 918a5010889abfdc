'use client';

import { memo, type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { RichText } from '#components/annotation/rich-text.tsx';
import { Ago } from '#components/ui/ago.tsx';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { Locale } from '#lib/i18n/locale.ts';
import { Decide } from './decide.tsx';
import type { DeskItem, ItemDecision } from './item.ts';
import { ItemParent } from './item-parent.tsx';
import { ItemReports, ItemTags } from './item-reports.tsx';
import { nameOf } from './name-of.ts';

/** More characters than this are cut off until somebody asks for the rest. */
const LONG = 900;

/** What can be done with an item. The object stays the same, so that a step redraws two items and not all. */
export interface ItemHandlers {
  activate(key: string): void;
  select(key: string, withShift: boolean): void;
  decide(action: ItemDecision, item: DeskItem): void;
  about(item: DeskItem): void;
  moveOn(key: string): void;
}

interface QueueItemProps {
  item: DeskItem;
  active: boolean;
  selected: boolean;
  /** What somebody else decided meanwhile, in words. */
  settled: string | undefined;
  place: number;
  /** How many stand in the queue. */
  total: number;
  now: Date;
  locale: Locale;
  on: ItemHandlers;
}

/** One thing that waits for a decision, in its context. */
export const QueueItem = memo(function QueueItem(props: QueueItemProps) {
  const { item, active, selected, settled, on } = props;
  const t = useTranslations('moderation');
  const name = nameOf(t, item);
  return (
    <article
      id={`item-${item.key}`}
      className="item"
      tabIndex={active ? 0 : -1}
      aria-current={active || undefined}
      data-selected={selected || undefined}
      aria-labelledby={`who-${item.key}`}
      aria-describedby={`said-${item.key}`}
      aria-posinset={props.place}
      aria-setsize={props.total}
      onFocus={() => on.activate(item.key)}
    >
      <label className="item-select">
        <input
          type="checkbox"
          checked={selected}
          disabled={settled !== undefined}
          aria-label={t('select', { name })}
          onChange={(event) => on.select(item.key, (event.nativeEvent as MouseEvent).shiftKey === true)}
        />
      </label>
      <div className="item-body">
        <Who {...props} name={name} />
        {item.parent ? <ItemParent parent={item.parent} /> : null}
        <Said item={item} />
        <ItemReports item={item} />
        {item.note && settled === undefined ? <p className="item-note">{item.note}</p> : null}
        {settled === undefined ? null : <Settled words={settled} onMoveOn={() => on.moveOn(item.key)} />}
        <div className="item-foot">
          <ItemTags item={item} />
          {settled === undefined ? (
            <Decide actions={item.actions} onDecide={(action) => on.decide(action, item)}>
              <Button look="quiet" className="about-author" onClick={() => on.about(item)}>
                <Icon name="person" />
                {t('aboutAuthor', { name })}
              </Button>
            </Decide>
          ) : null}
        </div>
      </div>
    </article>
  );
});

/** It stays under the eye until one moves on. */
function Settled({ words, onMoveOn }: { words: string; onMoveOn(): void }) {
  const t = useTranslations('moderation');
  return (
    <div className="item-settled">
      <Icon name="info" />
      <span>{words}</span>
      <Button look="quiet" onClick={onMoveOn}>
        {t('moveOn')}
      </Button>
    </div>
  );
}

type Translate = ReturnType<typeof useTranslations<'moderation'>>;

function Who({ item, name, now, locale }: QueueItemProps & { name: string }) {
  const t = useTranslations('moderation');
  return (
    <p className="item-who" id={`who-${item.key}`}>
      <b>{item.author ? <a href={`/people/${item.author.handle}`}>{name}</a> : name}</b>
      {item.guest ? (
        <span>
          {t('guest')}, {item.guest.email}
        </span>
      ) : null}
      <Ago value={item.createdAt} now={now} locale={locale} />
      {item.editedAt ? (
        <span>
          {t.rich('edited', { at: () => <Ago value={item.editedAt ?? ''} now={now} locale={locale} /> })}
        </span>
      ) : null}
      <span>{placeWords(t, item)}</span>
    </p>
  );
}

/** On what it stands, as a link that opens it there. */
function placeWords(t: Translate, { target, annotation, article, href }: DeskItem): ReactNode {
  const link = (words: string, lang?: string) => (
    <a href={href} data-open="" lang={lang}>
      {words}
    </a>
  );
  const title = () => link(article.title, article.lang);
  if (target.type === 'annotation')
    return t.rich(annotation?.kind === 'remark' ? 'in.remark' : 'in.claim', { place: title });
  if (annotation?.kind === 'claim' && annotation.statement)
    return t.rich('on.claim', { place: () => link(annotation.statement ?? '') });
  if (annotation) return t.rich('on.remark', { place: () => link(`“${annotation.exact}”`, article.lang) });
  return t.rich('on.article', { place: title });
}

function Said({ item }: { item: DeskItem }) {
  const t = useTranslations('moderation');
  const [open, setOpen] = useState(false);
  const long = item.text.length > LONG;
  return (
    <div
      className="item-said"
      id={`said-${item.key}`}
      data-long={long || undefined}
      data-open={open || undefined}
    >
      <div className="words" lang={item.lang ?? undefined} dir="auto">
        {item.target.type === 'annotation' ? <Marked item={item} /> : <Comment item={item} />}
      </div>
      {long && !open ? (
        <Button look="quiet" onClick={() => setOpen(true)}>
          {t('showAll')}
        </Button>
      ) : null}
    </div>
  );
}

function Comment({ item }: { item: DeskItem }) {
  return item.body ? <RichText body={item.body} /> : <p className="said">{item.text}</p>;
}

/** An annotation says its statement, and quotes the passage that it is about. */
function Marked({ item: { annotation, article, text } }: { item: DeskItem }) {
  return (
    <>
      {annotation?.statement ? <p className="statement">{annotation.statement}</p> : null}
      <p className="passage" lang={article.lang}>
        <q>{annotation?.exact ?? text}</q>
      </p>
    </>
  );
}
