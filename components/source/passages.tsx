import { VerdictLabel } from '#components/verdict/verdict-label.tsx';
import type { QuotedPassage } from '#lib/evidence/page-record/schema.ts';
import { CONTEXT } from '#lib/evidence/passage.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { lookOfClaim } from './look-of-claim.ts';
import { claimsOf } from './snapshot-text.tsx';
import { passageId } from './source-href.ts';

/** With so many words behind it a passage was cut, and not at the end of the text. */
const NEARLY_ALL = CONTEXT - 50;

interface PassagesProps {
  passages: readonly QuotedPassage[];
  lang: string | null;
  locale: Locale;
}

/** What is quoted of a text, each passage with the words around it that are kept with it. */
export function Passages({ passages, lang, locale }: PassagesProps) {
  const t = translator(locale, 'sources');
  return (
    <ol className="source-passages" aria-label={t('passages')}>
      {passages.map((passage) => (
        <li key={passageId(passage)} id={passageId(passage)}>
          <blockquote className="source-text" lang={lang && lang !== locale ? lang : undefined} dir="auto">
            {passage.start > passage.before.length && '… '}
            {passage.before}
            <mark className={`mark v-${lookOfClaim(passage.sources[0]?.claim)}`}>{passage.exact}</mark>
            {passage.after}
            {passage.after.length > NEARLY_ALL && ' …'}
          </blockquote>
          <p className="small">{t('quotedFor')}</p>
          <ul>
            {claimsOf(passage).map(({ id, statement, ...claim }) => (
              <li key={id}>
                <VerdictLabel shown={lookOfClaim(claim)} words={translator(locale, 'verdict')} />{' '}
                <a href={`/claims/${id}`} dir="auto">
                  {statement}
                </a>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
