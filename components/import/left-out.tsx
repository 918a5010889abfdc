'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import type { Look } from './look.ts';

/** As much of a part as tells which one it is. */
const START_CHARS = 90;

/** What was taken for something other than the article, to be looked at and brought back. */
export function LeftOut({
  look: { found, putBack, fields },
  onPutBack,
}: {
  look: Look;
  onPutBack: (index: number) => void;
}) {
  const t = useTranslations('import');
  if (found.leftOut.length === 0) return null;
  return (
    <section className="left-out" aria-labelledby="left-out">
      <h2 id="left-out">{t('leftOut')}</h2>
      <p className="small">{t('leftOutLede')}</p>
      <ul className="left-out-list">
        {found.leftOut.map(({ why, text }, index) => {
          const key = `why.${why}` as 'why.comments';
          const isBack = putBack.includes(index);
          return (
            <li key={index}>
              <details>
                <summary>
                  {t.has(key) && <span className="tag">{t(key)}</span>}{' '}
                  <span className="start" lang={fields.lang}>
                    {startOf(text)}
                  </span>
                </summary>
                <div className="left-out-text" lang={fields.lang}>
                  {text}
                </div>
              </details>
              {isBack ? (
                <span className="small">{t('isBack')}</span>
              ) : (
                <Button
                  look="quiet"
                  aria-label={t('putBackNamed', { start: startOf(text) })}
                  onClick={() => onPutBack(index)}
                >
                  {t('putBack')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function startOf(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > START_CHARS ? `${flat.slice(0, START_CHARS).toWellFormed().trimEnd()} …` : flat;
}
