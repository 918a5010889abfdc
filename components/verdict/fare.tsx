import type { ReactNode } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import type { Words } from '#components/ui/words.ts';
import type { Fare } from '#lib/article/schema.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { StandingLabel } from '#lib/label/schema.ts';
import { SHOWN, type Shown } from '#lib/verdict/verdicts.ts';

interface Part {
  shown: Shown | 'folded';
  n: number;
}

function partsOf(fare: Fare): Part[] {
  const told = SHOWN.flatMap((shown): Part[] => (fare.shown[shown] ? [{ shown, n: fare.shown[shown] }] : []));
  return fare.folded ? [...told, { shown: 'folded', n: fare.folded }] : told;
}

/** Share of the width that stays empty between two parts, in percent. */
const GAP = 0.35;

/** The bar alone, for lists; whoever shows it says the same in words beside it. */
export function FareBar({ fare }: { fare: Fare }) {
  const parts = partsOf(fare);
  const total = parts.reduce((sum, { n }) => sum + n, 0);
  if (total === 0) return null;
  const room = 100 - GAP * (parts.length - 1);
  let at = 0;
  return (
    <svg className="fare-bar" width="100%" height="9" aria-hidden="true">
      {parts.map(({ shown, n }) => {
        const x = at;
        const width = (n / total) * room;
        at += width + GAP;
        // Open claims are a dashed line: nobody has filled them in yet; so are those that the reader is to judge first.
        return shown === 'open' || shown === 'folded' ? (
          <line key={shown} className={`v-${shown}`} x1={`${x}%`} x2={`${x + width}%`} y1="4.5" y2="4.5" />
        ) : (
          <rect key={shown} className={`v-${shown}`} x={`${x}%`} width={`${width}%`} height="9" rx="2" />
        );
      })}
    </svg>
  );
}

/** How many claims show what, in words with icons. */
export function FareLegend({
  fare,
  words,
  children,
}: {
  fare: Fare;
  words: Words<'article'>;
  /** One more item. */
  children?: ReactNode;
}) {
  return (
    <ul className="fare-legend">
      <li>
        <b className="num">{fare.claims}</b> {words('claims', { n: fare.claims })}
      </li>
      {partsOf(fare).map(({ shown, n }) => (
        <li key={shown} className={`v-${shown}`}>
          <Icon name={shown} />
          <b className="num">{n}</b> {words(`shown.${shown}`, { n })}
        </li>
      ))}
      {fare.remarks > 0 ? (
        <li className="v-remark">
          <Icon name="remark" />
          <b className="num">{fare.remarks}</b> {words('remarks', { n: fare.remarks })}
        </li>
      ) : null}
      {children}
    </ul>
  );
}

/** The strip above a text: how the article fared. */
export function FareStrip({
  fare,
  labels,
  locale,
  words,
}: {
  fare: Fare;
  labels: readonly StandingLabel[];
  locale: Locale;
  words: Words<'article'>;
}) {
  if (fare.claims + fare.remarks === 0) return null;
  return (
    <section className="strip" aria-label={words('fare')}>
      <FareBar fare={fare} />
      <FareLegend fare={fare} words={words}>
        {fare.folded ? (
          <li>
            <a className="fare-reveal" href="?reveal=1" rel="nofollow" title={words('showVerdictsKept')}>
              {words('showVerdicts')}
            </a>
          </li>
        ) : null}
      </FareLegend>
      <FareLabels labels={labels} locale={locale} words={words} />
    </section>
  );
}

/** What people say of passages beside true and false: the labels that stand in it. */
function FareLabels({
  labels,
  locale,
  words,
}: {
  labels: readonly StandingLabel[];
  locale: Locale;
  words: Words<'article'>;
}) {
  if (labels.length === 0) return null;
  return (
    <ul className="fare-labels" aria-label={words('labels')}>
      {labels.map(({ key, tone, name, n }) => (
        <li key={key} className={`label-tag ${tone}`}>
          <b className="num">{n}</b> {name[locale]}
        </li>
      ))}
    </ul>
  );
}
