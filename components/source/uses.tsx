import { LinkButton } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Time } from '#components/ui/time.tsx';
import { VerdictLabel } from '#components/verdict/verdict-label.tsx';
import type { PageUse } from '#lib/evidence/page-record/schema.ts';
import { partWith } from '#lib/evidence/parts.ts';
import type { ShownSnapshot, SourcePage } from '#lib/flows/source-page.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { STATE_ICONS } from './faring.tsx';
import { lookOfClaim } from './look-of-claim.ts';
import { passageId, sourceHref } from './source-href.ts';

interface UsesProps {
  page: SourcePage;
  /** These are not the newest ones. */
  isLater: boolean;
  locale: Locale;
}

/** The claims beside which a page lies, with what it was quoted for. */
export function Uses({ page, isLater, locale }: UsesProps) {
  const t = translator(locale, 'sources');
  const { record } = page;
  const { items, nextCursor } = record.used;
  return (
    <section className="source-part" aria-labelledby="uses">
      <h2 id="uses">{t('uses')}</h2>
      {items.length === 0 && <p className="small">{t('noUses')}</p>}
      <ol className="source-uses">
        {items.map((use) => (
          <li key={use.sourceId} id={`use-${use.sourceId}`} className={`stance-${use.stance}`}>
            <Use use={use} page={page} locale={locale} />
          </li>
        ))}
      </ol>
      {(nextCursor || isLater) && (
        <div className="row">
          {nextCursor && (
            <LinkButton rel="next" href={sourceHref(record.id, { cursor: nextCursor, at: 'uses' })}>
              {t('earlierUses')}
            </LinkButton>
          )}
          {isLater && (
            <LinkButton look="quiet" href={sourceHref(record.id, { at: 'uses' })}>
              {t('newestUses')}
            </LinkButton>
          )}
        </div>
      )}
    </section>
  );
}

/** Where its quote stands in the snapshot that is shown. */
function placeOf(pageId: string, { sourceId }: PageUse, shown: ShownSnapshot | null): string | null {
  const passage = shown?.snapshot.passages.find(({ sources }) => sources.some(({ id }) => id === sourceId));
  if (!shown || !passage) return null;
  const at = passageId(passage);
  const part = shown.parts.length > 0 ? partWith(shown.parts, passage.start) : shown.at;
  return part === shown.at
    ? `#${at}`
    : sourceHref(pageId, { snapshot: shown.snapshot.id, part: part + 1, at });
}

function Use({ use, page, locale }: { use: PageUse; page: SourcePage; locale: Locale }) {
  const t = translator(locale, 'sources');
  const card = translator(locale, 'card');
  const { record, shown } = page;
  const href = placeOf(record.id, use, shown);
  const { claim, article, stance, state, quote, note, addedBy } = use;
  const lang = article.lang === locale ? undefined : article.lang;
  return (
    <>
      <p className="source-stance">
        <span className="stance">
          <Icon name={stance} />
          {card(`stance.${stance}`)}
        </span>
        <VerdictLabel shown={lookOfClaim(claim)} words={translator(locale, 'verdict')} />
        {claim.withdrawn && <span className="tag">{t('withdrawn')}</span>}
      </p>
      <h3 lang={lang} dir="auto">
        <a href={`/claims/${claim.id}`}>{claim.statement}</a>
      </h3>
      {quote && <blockquote dir="auto">{quote}</blockquote>}
      <p className={`source-fared fared-${state}`}>
        <Icon name={STATE_ICONS[state]} />
        {t(`states.${state === 'unreachable' && record.snapshots.length > 0 ? 'gone' : state}`)}
        {href && <a href={href}>{t('seeInText')}</a>}
      </p>
      {note && (
        <p className="small" dir="auto">
          {note}
        </p>
      )}
      <p className="small">
        {t.rich('by', {
          name: addedBy.name,
          person: (name) => <a href={`/people/${addedBy.handle}`}>{name}</a>,
          article: () => (
            <a href={`/articles/${article.slug}`} lang={lang} dir="auto">
              {article.title}
            </a>
          ),
        })}{' '}
        · <Time value={use.createdAt.slice(0, 10)} locale={locale} />
      </p>
    </>
  );
}
