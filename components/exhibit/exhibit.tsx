import type { ReactNode } from 'react';
import { Time } from '#components/ui/time.tsx';
import type { ExhibitView } from '#lib/exhibit/schema.ts';
import type { ExhibitPage } from '#lib/flows/exhibit-page.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { bringHref, exhibitHref } from './addresses.ts';
import { branchesOf } from './branches.ts';
import { claimsOf, promotedPassages } from './claims.ts';
import { ExhibitBranches, type ExhibitScene } from './exhibit-branch.tsx';

interface ExhibitProps {
  page: ExhibitPage;
  article: { slug: string; url: string | null; site: string | null };
  locale: Locale;
  /** For whoever may bring the thread up to date. */
  mayBring: boolean;
  /** What stands beside the words of a comment: its claims, and how to make one. */
  beside: ExhibitScene['beside'];
}

/** What was said under the original: to be read, and by nobody to be answered here. All of it is HTML. */
export function Exhibit({ page, article, locale, mayBring, beside }: ExhibitProps) {
  const t = translator(locale, 'exhibit');
  const { exhibit, items, parents, prevCursor, nextCursor } = page;
  const words = { card: translator(locale, 'card'), verdict: translator(locale, 'verdict') };
  const scene: ExhibitScene = {
    ...{ slug: article.slug, parents, locale, t, beside },
    passages: ({ id }) => promotedPassages(claimsOf(page.claims, id), words),
  };
  const link = (rel: 'prev' | 'next', cursor: string | null) =>
    cursor && (
      <a className="more" rel={rel} href={exhibitHref(article.slug, cursor)}>
        {t(rel === 'next' ? 'more' : 'earlier')}
      </a>
    );
  return (
    <section className="exhibit" id="original" aria-labelledby="original-title">
      <header>
        <h2 id="original-title">{t('title')}</h2>
        <span className="small num">{countWords(exhibit, t)}</span>
        {mayBring && <a href={bringHref(article.slug)}>{t('bringAgain')}</a>}
      </header>
      <p className="exhibit-about">
        {t.rich('about', {
          time: () => <Time value={exhibit.asOf} locale={locale} />,
          place: () => <Place article={article} fallback={t('original')} />,
        })}
      </p>
      <Situation exhibit={exhibit} t={t} />
      {link('prev', prevCursor)}
      {items.length > 0 && <ExhibitBranches branches={branchesOf(items)} scene={scene} />}
      {link('next', nextCursor)}
    </section>
  );
}

function countWords({ present, declared }: ExhibitView, t: ExhibitScene['t']): string {
  return declared !== null && declared > present
    ? t('someOf', { present, declared })
    : t('count', { n: present });
}

function Place({ article, fallback }: { article: ExhibitProps['article']; fallback: ReactNode }) {
  const name = article.site ?? fallback;
  if (!article.url) return <span dir="auto">{name}</span>;
  return (
    <a href={article.url} rel="nofollow ugc noopener" dir="auto">
      {name}
    </a>
  );
}

/** Says that there are more than are shown, and that more are on their way. */
function Situation({ exhibit, t }: { exhibit: ExhibitView; t: ExhibitScene['t'] }) {
  const { load, present, declared } = exhibit;
  if (load && load.finishedAt === null)
    return <p className="situation">{t('loading', { done: load.done, total: load.total })}</p>;
  if (declared === null || declared <= present) return null;
  return <p className="situation">{t('incomplete', { missing: declared - present })}</p>;
}
