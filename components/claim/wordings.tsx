import { formatTime } from '#components/ui/time.tsx';
import type { ClaimPage } from '#lib/flows/claim-page.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';

/** What the annotation said before it was changed, newest first. */
export function Wordings({
  wordings,
  lang,
  locale,
}: {
  wordings: ClaimPage['wordings'];
  lang: string;
  locale: Locale;
}) {
  const t = translator(locale, 'claim');
  if (wordings.length === 0) return null;
  return (
    <section className="claim-part" aria-labelledby="wordings">
      <h2 id="wordings">{t('wordings')}</h2>
      <ol className="wordings">
        {wordings.map(({ number, statement, exact, replacedAt }) => (
          <li key={number}>
            <p dir="auto">{statement ?? exact}</p>
            <p className="small">
              {t('wordingUntil', { date: formatTime(replacedAt, locale) })}
              {statement && (
                <>
                  {' · '}
                  <span lang={lang}>{t('wordingWords', { exact })}</span>
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
