import { Time } from '#components/ui/time.tsx';
import { VerdictLabel } from '#components/verdict/verdict-label.tsx';
import type { ClaimListItem } from '#lib/flows/claim-list-view.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { claimsHref } from './claims-href.ts';

/** Claims with what they show, of which article they are, and how much lies beside them. */
export function ClaimList({ items, locale }: { items: ClaimListItem[]; locale: Locale }) {
  return (
    <ol className="listing">
      {items.map((item) => (
        <ListedClaim key={item.id} item={item} locale={locale} />
      ))}
    </ol>
  );
}

function ListedClaim({ item, locale }: { item: ClaimListItem; locale: Locale }) {
  const t = translator(locale, 'claims');
  const { id, path, statement, verdict, state, folded, ruled, article, author, originalAuthor, counts } =
    item;
  const lang = article.lang === locale ? undefined : article.lang;
  const look = folded ? 'folded' : verdict;
  const sayer = originalAuthor ?? article.byline;
  return (
    <li className={`listing-entry listed-claim v-${look}`}>
      <p className="row">
        <VerdictLabel shown={look} words={translator(locale, 'verdict')} />
        {ruled && <span className="small">{t('ruled')}</span>}
        {state === 'needs-look' && <span className="tag bad">{t('states.needs-look')}</span>}
      </p>
      <p className="listing-title" lang={lang} dir="auto">
        <a href={path}>{statement}</a>
      </p>
      <p className="listing-facts">
        <span>
          {t('in')}{' '}
          <a href={`/articles/${article.slug}#annotation-${id}`} lang={lang} dir="auto">
            {article.title}
          </a>
          {article.site && ` · ${article.site}`}
        </span>
        {sayer && (
          <a href={claimsHref({ claimant: sayer })} dir="auto">
            {t('said', { name: sayer })}
          </a>
        )}
        <span>
          {t.rich('by', {
            name: author.name,
            person: (name) => <a href={`/people/${author.handle}`}>{name}</a>,
          })}
        </span>
        <Time value={item.createdAt} locale={locale} />
        <span>{t('sources', { n: counts.sources })}</span>
        <span>{t('assessments', { n: counts.assessments })}</span>
        {article.topics.length > 0 && (
          <span>
            <span className="visually-hidden">{t('topics')}: </span>
            {article.topics.slice(0, 4).map((topic, at) => (
              <span key={topic}>
                {at > 0 && ', '}
                <a href={claimsHref({ topic })} lang={lang}>
                  {topic}
                </a>
              </span>
            ))}
          </span>
        )}
      </p>
    </li>
  );
}
