import { Icon, type IconName } from '#components/ui/icon.tsx';
import { Time } from '#components/ui/time.tsx';
import { VerdictLabel } from '#components/verdict/verdict-label.tsx';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import type { SearchItem, SearchKind } from '#lib/search/schema.ts';
import { Marked } from './marked.tsx';

const ICONS: Record<SearchKind, IconName> = {
  article: 'list',
  claim: 'quote',
  ruling: 'scales',
  source: 'link',
  comment: 'remark',
  'exhibit-comment': 'remark',
};

const WHERE = {
  article: 'hit.under',
  claim: 'hit.under',
  ruling: 'hit.ruledOn',
  source: 'hit.onClaim',
  comment: 'hit.under',
  'exhibit-comment': 'hit.under',
} as const satisfies Record<SearchKind, string>;

const isSaid = (kind: SearchKind) => kind === 'comment' || kind === 'exhibit-comment';

interface HitProps {
  item: SearchItem;
  locale: Locale;
}

/** Something that was found: what it is, its title, the words around what was sought, and where it stands. */
export function Hit({ item, locale }: HitProps) {
  const t = translator(locale, 'search');
  const { kind, path, title, snippet, article } = item;
  const lang = article.lang === locale ? undefined : article.lang;
  return (
    <article className={`listing-entry hit hit-${kind}${isSaid(kind) ? ' hit-said' : ''}`}>
      <p className="kicker">
        <span className="hit-kind">
          <Icon name={ICONS[kind]} />
          {t(`hit.${kind}`)}
        </span>
        <Time value={item.createdAt.slice(0, 10)} locale={locale} />
      </p>
      <h3 className="listing-title" lang={title ? lang : undefined} dir="auto">
        <a href={path}>{title ? <Marked {...title} /> : <Who item={item} locale={locale} />}</a>
      </h3>
      {item.url && <p className="hit-url">{item.url.replace(/^https?:\/\/(www\.)?/, '')}</p>}
      {snippet.text !== '' && snippet.text !== title?.text && (
        // What somebody says need not be in the article's language.
        <p className="hit-words" lang={isSaid(kind) ? undefined : lang} dir="auto">
          <Marked {...snippet} />
        </p>
      )}
      <p className="listing-facts">
        {(kind === 'claim' || kind === 'ruling') && <Verdict item={item} locale={locale} />}
        {kind !== 'article' && (
          <span>
            {t(WHERE[kind])}{' '}
            <a href={`/articles/${article.slug}`} lang={lang} dir="auto">
              {article.title}
            </a>
          </span>
        )}
        {kind === 'source' && <Verdict item={item} locale={locale} />}
        {kind === 'article' && article.site && <span>{article.site}</span>}
      </p>
    </article>
  );
}

/** What the claim shows, or the one on which a source lies. */
function Verdict({ item: { verdict, folded }, locale }: HitProps) {
  if (verdict === null) return null;
  return <VerdictLabel shown={folded ? 'folded' : verdict} words={translator(locale, 'verdict')} />;
}

/** A comment has no title: who said it stands for one. */
function Who({ item: { kind, person, guest, author, url }, locale }: HitProps) {
  const t = translator(locale, 'search');
  if (kind === 'source' && url) return new URL(url).hostname.replace(/^www\./, '');
  if (author !== null) return t('hit.saidThere', { name: author });
  const name = person?.name ?? (guest ? t('hit.guest', { name: guest.name }) : t('hit.former'));
  return t('hit.saidBy', { name });
}
