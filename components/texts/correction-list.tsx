import { Time } from '#components/ui/time.tsx';
import { VerdictLabel } from '#components/verdict/verdict-label.tsx';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import type { CorrectionEntry } from '#lib/ruling/schema.ts';

/** What became of published rulings: when, why, by whom, and what it changed. */
export function CorrectionList({ items, locale }: { items: CorrectionEntry[]; locale: Locale }) {
  return (
    <ol className="correction-list">
      {items.map((entry) => (
        <Correction key={entry.id} entry={entry} locale={locale} />
      ))}
    </ol>
  );
}

function Correction({ entry, locale }: { entry: CorrectionEntry; locale: Locale }) {
  const t = translator(locale, 'textsPage');
  const { kind, at, annotationId, statement, article, reason, by, approvedBy } = entry;
  const lang = article.lang === locale ? undefined : article.lang;
  return (
    <li className={`correction v-${entry.verdict}`}>
      <p className="row">
        <span className={kind === 'retraction' ? 'tag bad' : 'tag'}>{t(`kinds.${kind}`)}</span>
        <Time value={at} locale={locale} />
      </p>
      <p className="listing-title" lang={lang} dir="auto">
        <a href={`/claims/${annotationId}#ruling`}>{statement}</a>
      </p>
      <Changed entry={entry} locale={locale} />
      <p className="correction-reason" dir="auto">
        {reason}
      </p>
      <p className="listing-facts">
        <span>
          {t.rich('by', { name: by.name, person: (name) => <a href={`/people/${by.handle}`}>{name}</a> })}
        </span>
        {approvedBy && (
          <span>
            {t.rich('approvedBy', {
              name: approvedBy.name,
              person: (name) => <a href={`/people/${approvedBy.handle}`}>{name}</a>,
            })}
          </span>
        )}
        <a href={`/articles/${article.slug}#annotation-${annotationId}`} lang={lang} dir="auto">
          {article.title}
        </a>
      </p>
    </li>
  );
}

/** What became of the verdict. */
function Changed({ entry, locale }: { entry: CorrectionEntry; locale: Locale }) {
  const t = translator(locale, 'textsPage');
  const words = translator(locale, 'verdict');
  const { verdictBefore, verdict } = entry;
  return (
    <p className="correction-verdict">
      {t.rich(turnOf(entry), {
        before: () => <VerdictLabel shown={verdictBefore} words={words} />,
        after: () => <VerdictLabel shown={verdict} words={words} />,
      })}
    </p>
  );
}

function turnOf({ kind, verdictBefore, verdict }: CorrectionEntry) {
  if (kind === 'retraction') return 'tookBack';
  if (kind === 'renewal') return 'again';
  return verdictBefore === verdict ? 'stays' : 'became';
}
