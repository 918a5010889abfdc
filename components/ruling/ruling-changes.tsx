import { RichText } from '#components/annotation/rich-text.tsx';
import { shortAddress } from '#components/annotation/sources.tsx';
import { Time } from '#components/ui/time.tsx';
import { VerdictLabel } from '#components/verdict/verdict-label.tsx';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import type { EarlierRuling, RulingDetail } from '#lib/ruling/schema.ts';

/** Everything that happened to a ruling since it was published, newest first, with what it said before. */
export function RulingChanges({ ruling, locale }: { ruling: RulingDetail; locale: Locale }) {
  const t = translator(locale, 'ruling');
  const card = translator(locale, 'card');
  if (ruling.changes.length === 0) return null;
  return (
    <div className="ruling-part">
      <h3>{t('changes')}</h3>
      <ol className="ruling-changes">
        {ruling.changes.toReversed().map(({ id, kind, reason, by, approvedBy, at, before }) => (
          <li key={id}>
            <p className="small">
              <b>{card(`change.${kind}`)}</b> <Time value={at} locale={locale} withClock />{' '}
              {t.rich('changedBy', {
                name: by.name,
                person: (name) => <a href={`/people/${by.handle}`}>{name}</a>,
              })}
              {approvedBy ? (
                <>
                  {', '}
                  {card.rich('approvedBy', {
                    name: approvedBy.name,
                    person: (name) => <a href={`/people/${approvedBy.handle}`}>{name}</a>,
                  })}
                </>
              ) : null}
            </p>
            <p className="said" dir="auto">
              {reason}
            </p>
            <details>
              <summary>{t('before')}</summary>
              <Earlier before={before} locale={locale} />
            </details>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Earlier({ before, locale }: { before: EarlierRuling; locale: Locale }) {
  const t = translator(locale, 'ruling');
  const said = [
    ['evidenceAgainst', before.evidenceAgainst],
    ['selectedBecause', before.selectedBecause],
    ['askedForComment', before.askedForComment],
  ] as const;
  return (
    <div className="ruling-earlier">
      <p>
        <VerdictLabel shown={before.verdict} words={translator(locale, 'verdict')} />
      </p>
      {before.summary ? <p dir="auto">{before.summary}</p> : null}
      {before.reasoning ? <RichText body={before.reasoning} /> : null}
      {said.map(([name, text]) =>
        text ? (
          <p key={name} className="said small" dir="auto">
            <b>{t(name)}</b> {text}
          </p>
        ) : null,
      )}
      {before.sources.length > 0 ? (
        <ul className="small">
          {before.sources.map(({ url, title }) => (
            <li key={url}>
              <a href={url} rel="nofollow ugc noopener" dir="auto">
                {title ?? shortAddress(url)}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
