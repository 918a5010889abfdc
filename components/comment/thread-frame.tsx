import type { ReactNode } from 'react';
import { LinkTabs } from '#components/ui/tabs.tsx';
import type { Sort } from '#lib/comment/schema.ts';
import type { ThreadView } from '#lib/flows/thread-page.ts';
import { threadHref } from './addresses.ts';
import type { Scene } from './scene.ts';

const ORDERS: readonly Sort[] = ['oldest', 'newest', 'most-voted', 'best'];

interface FrameProps {
  scene: Scene;
  view: Omit<ThreadView, 'items'>;
  /** Where one writes, or why one cannot. */
  composer: ReactNode;
  /** The branches. */
  children: ReactNode;
}

/** A thread with its heading, its orders, and the ways to what is not shown. */
export function ThreadFrame({ scene, view, composer, children }: FrameProps) {
  const { place, sort, t } = scene;
  const { total, nextCursor, prevCursor, repliesTo } = view;
  const href = (cursor: string) => threadHref(place.path, { sort, cursor });
  return (
    <section className="discussion" id="discussion" aria-labelledby="discussion-title" data-thread={place.id}>
      <header>
        <h2 id="discussion-title">{t('title')}</h2>
        <span className="small num">{t('count', { n: total })}</span>
        {total > 1 && (
          <LinkTabs
            label={t('order')}
            items={ORDERS.map((key) => ({
              href: threadHref(place.path, { sort: key }),
              label: t(`sort.${key}`),
              current: key === sort,
            }))}
          />
        )}
      </header>
      {composer}
      <Situation scene={scene} view={view} />
      {/* The cursors of replies stand with the replies. */}
      {prevCursor && repliesTo === null && (
        <a className="more" rel="prev" href={href(prevCursor)}>
          {t('earlier')}
        </a>
      )}
      {children}
      {nextCursor && repliesTo === null && (
        <a className="more" rel="next" href={href(nextCursor)}>
          {t('more')}
        </a>
      )}
    </section>
  );
}

/** Says that this is not the thread from its beginning, where one could think so. */
function Situation({ scene: { place, sort, t }, view }: Pick<FrameProps, 'scene' | 'view'>) {
  const { missing, repliesTo, current, prevCursor } = view;
  const why = missing
    ? t('missing')
    : repliesTo
      ? t('oneBranch')
      : current && prevCursor
        ? t('inTheMiddle')
        : null;
  if (why === null) return null;
  return (
    <p className="situation">
      {why} {!missing && <a href={threadHref(place.path, { sort })}>{t('whole')}</a>}
    </p>
  );
}
