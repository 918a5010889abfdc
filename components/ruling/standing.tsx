import { Icon } from '#components/ui/icon.tsx';
import type { VerdictSummary } from '#lib/assessment/schema.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';

/** How far the judging of a claim has come; where it needs a new look, why. */
export function Standing({ verdict, locale }: { verdict: VerdictSummary; locale: Locale }) {
  const t = translator(locale, 'ruling');
  const { state, reasons } = verdict;
  return (
    <div className={`standing standing-${state}`}>
      <p className="small">
        {state === 'needs-look' ? <Icon name="warning" /> : null}
        {t('state')} <b>{translator(locale, 'claims')(`states.${state}`)}</b>
      </p>
      {reasons.length > 0 ? (
        <ul className="small">
          {reasons.map((reason) => (
            <li key={reason}>{t(`reasons.${reason}`)}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
