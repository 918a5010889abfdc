import type { ReactNode } from 'react';
import type { Look } from '#components/annotation/passage.ts';
import { classNames } from '#components/ui/class-names.ts';
import { Time } from '#components/ui/time.tsx';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';

interface DeedProps {
  /** Gives the hue of its margin. */
  shown?: Look;
  head: ReactNode;
  /** The annotation that it was done to. */
  claim: { id: string; words: string };
  article: { slug: string; title: string; lang: string };
  at: string;
  locale: Locale;
  children?: ReactNode;
}

/** One thing that a person did: to which claim, in which article, when. */
export function Deed({ shown, head, claim, article, at, locale, children }: DeedProps) {
  const t = translator(locale, 'person');
  const lang = article.lang === locale ? undefined : article.lang;
  return (
    <li className={classNames('deed', shown && `v-${shown}`)}>
      <p className="deed-head">{head}</p>
      <p className="deed-claim">
        <a href={`/claims/${claim.id}`}>{claim.words}</a>
      </p>
      {children}
      <p className="small dotted">
        <span>
          {t.rich('inArticle', {
            title: article.title,
            article: (title) => (
              <a href={`/articles/${article.slug}#annotation-${claim.id}`} lang={lang}>
                {title}
              </a>
            ),
          })}
        </span>
        <Time value={at} locale={locale} />
      </p>
    </li>
  );
}
