import { Icon } from '#components/ui/icon.tsx';
import { Time } from '#components/ui/time.tsx';
import { VerdictLabel } from '#components/verdict/verdict-label.tsx';
import type { FamilyMember } from '#lib/annotation/family/schema.ts';
import type { ClaimPage } from '#lib/flows/claim-page.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';

/** The other claims that say the same, with what they show beside each other. */
export function Family({ page: { family }, locale }: { page: ClaimPage; locale: Locale }) {
  const t = translator(locale, 'family');
  if (family.items.length === 0) return null;
  return (
    <section className="claim-part" aria-labelledby="family">
      <h2 id="family" tabIndex={-1}>
        {t('title')} <span className="num">{family.items.length}</span>
      </h2>
      {family.contradictory && (
        <div className="family-conflict">
          <Icon name="warning" />
          <p>
            <b>{t('contradictory')}</b> <span className="small">{t('contradictoryWhy')}</span>
          </p>
        </div>
      )}
      {family.folded && <p className="small">{t('folded')}</p>}
      <ul className="relatives">
        {family.items.map((member) => (
          <Relative key={member.id} member={member} locale={locale} />
        ))}
      </ul>
    </section>
  );
}

function Relative({ member, locale }: { member: FamilyMember; locale: Locale }) {
  const t = translator(locale, 'family');
  const { id, statement, shown, contradicts, article, createdAt, linkedBy } = member;
  return (
    <li className={`relative v-${shown ?? 'open'}`}>
      {shown && (
        <p className="row">
          <VerdictLabel shown={shown} words={translator(locale, 'verdict')} />
          {contradicts && <span className="tag bad">{t('contradicts')}</span>}
        </p>
      )}
      <p className="relative-statement" lang={article.lang} dir="auto">
        <a href={`/claims/${id}`}>{statement}</a>
      </p>
      <p className="small">
        <a href={`/articles/${article.slug}#annotation-${id}`} lang={article.lang} dir="auto">
          {article.title}
        </a>
        {article.site && ` · ${article.site}`} · <Time value={createdAt} locale={locale} />
      </p>
      {linkedBy && (
        <p className="small">
          {t.rich('linkedBy', {
            name: linkedBy.name,
            person: (name) => <a href={`/people/${linkedBy.handle}`}>{name}</a>,
          })}
        </p>
      )}
    </li>
  );
}
