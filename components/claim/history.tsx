import { Time } from '#components/ui/time.tsx';
import type { HistoryEntry } from '#lib/flows/claim-history.ts';
import type { ClaimPage } from '#lib/flows/claim-page.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';

/** What happened to the claim, from the first to the last, with what it said before each new wording. */
export function History({ page: { history }, locale }: { page: ClaimPage; locale: Locale }) {
  const t = translator(locale, 'claimHistory');
  if (history.entries.length === 0) return null;
  return (
    <section className="claim-part" aria-labelledby="history">
      <h2 id="history">{t('title')}</h2>
      {history.more && <p className="small">{t('more')}</p>}
      <ol className="timeline">
        {history.entries.map((entry) => (
          <li key={entry.key} className={`timeline-${entry.kind.split('.')[0]}`}>
            <Time value={entry.at} locale={locale} withClock />
            <div>
              <p>
                <What entry={entry} locale={locale} />
              </p>
              {entry.before && (
                <p className="timeline-before" dir="auto">
                  {t('was', { words: entry.before })}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function What({ entry, locale }: { entry: HistoryEntry; locale: Locale }) {
  const t = translator(locale, 'claimHistory');
  const { kind, actor, host, linked, revision } = entry;
  return t.rich(`what.${kind}`, {
    name: actor?.name ?? t('somebody'),
    person: (name) => (actor ? <a href={`/people/${actor.handle}`}>{name}</a> : name),
    host: host ?? 'none',
    claim: linked?.statement ?? t('another'),
    other: (words) => (linked ? <a href={`/claims/${linked.id}`}>{words}</a> : words),
    n: revision ?? 0,
  });
}
