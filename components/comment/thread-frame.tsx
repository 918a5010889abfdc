import type { ReactNode } from 'react';
import { LinkTabs } from '#components/ui/tabs.tsx';
import type { Sort } from '#lib/comment/schema.ts';
import type { ThreadView } from '#lib/flows/thread-page.ts';
import { threadHref } from './addresses.ts';
import { loading } from './replies-links.tsx';
import type { Scene } from './scene.ts';
import type { Cursors } from './thread-state.ts';

const ORDERS: readonly Sort[] = ['oldest', 'newest', 'most-voted', 'best'];

interface FrameProps {
  scene: Scene;
  view: Pick<ThreadView, 'missing' | 'repliesTo' | 'current' | 'prevCursor'>;
  cursors: Cursors;
  total: number;
  /** Where one writes, or why one cannot. */
  composer: ReactNode;
  /** The branches. */
  children: ReactNode;
  /** What stands behind that which has not been read yet. */
  beyond?: ReactNode;
  /** Reads more of the thread into the page, instead of the links. */
  onLoad?: (side: keyof Cursors) => void;
  onSort?: ((sort: Sort) => void) | undefined;
  /** For whoever is told of what happens in the thread. */
  isGuest: boolean;
}

/** A thread with its heading, its orders, and the ways to what is not shown. */
export function ThreadFrame(props: FrameProps) {
  const { scene, view, cursors, total, composer, children, beyond, onLoad, onSort, isGuest } = props;
  const { place, t } = scene;
  const id = place.inCard ? `discussion-${place.id}` : 'discussion';
  const Heading = place.inCard ? 'h3' : 'h2';
  const link = (side: keyof Cursors) =>
    cursors[side] && (
      <a
        className="more"
        rel={side}
        href={threadHref(place.path, { sort: scene.sort, cursor: cursors[side] })}
        onClick={onLoad && loading(() => onLoad(side))}
      >
        {t(side === 'next' ? 'more' : 'earlier')}
      </a>
    );
  return (
    <section
      className="discussion"
      id={id}
      // In a card it is named with it: there is one under the article, too.
      aria-labelledby={place.inCard ? `${id}-title annotation-${place.id}-gist` : `${id}-title`}
      data-thread={place.id}
      data-kind={place.kind}
      data-guest={isGuest ? '' : undefined}
    >
      <header>
        <Heading id={`${id}-title`}>{t('title')}</Heading>
        {total > 0 && <span className="small num">{t('count', { n: total })}</span>}
        {total > 1 && <Orders scene={scene} onSort={onSort} />}
      </header>
      {composer}
      <Situation scene={scene} view={view} />
      {link('prev')}
      {children}
      {link('next')}
      {beyond}
    </section>
  );
}

function Orders({ scene: { place, sort, t }, onSort }: Pick<FrameProps, 'scene' | 'onSort'>) {
  return (
    <LinkTabs
      label={place.inCard ? `${t('order')}: ${place.inCard}` : t('order')}
      items={ORDERS.map((key) => ({
        href: threadHref(place.path, { sort: key }),
        label: t(`sort.${key}`),
        current: key === sort,
        ...(onSort ? { onClick: loading(() => onSort(key)) } : {}),
      }))}
    />
  );
}

/** Says that this is not the thread from its beginning, where one could think so. */
function Situation({ scene: { place, sort, t }, view }: Pick<FrameProps, 'scene' | 'view'>) {
  const { missing, repliesTo, current, prevCursor } = view;
  const inTheMiddle = current !== null && prevCursor !== null;
  const why = missing ? 'missing' : repliesTo ? 'oneBranch' : inTheMiddle ? 'inTheMiddle' : null;
  if (why === null) return null;
  return (
    <p className="situation">
      {t(why)} {why !== 'missing' && <a href={threadHref(place.path, { sort })}>{t('whole')}</a>}
    </p>
  );
}
