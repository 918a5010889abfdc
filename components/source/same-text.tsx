import { shortAddress } from '#components/annotation/sources.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { WebPageItem } from '#lib/evidence/page-list/schema.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { sourceHref } from './source-href.ts';

/** That other pages carry the same text as one: they are one voice. */
export function SameText({ page: { sameText }, locale }: { page: WebPageItem; locale: Locale }) {
  const t = translator(locale, 'sources');
  if (sameText.total === 0) return null;
  const more = sameText.total - sameText.pages.length;
  return (
    <details className="source-voice">
      <summary>
        <Icon name="list" />
        {t('voiceOfPage', { n: sameText.total + 1 })}
      </summary>
      <p className="small">{t('voiceWhy')}</p>
      <ul>
        {sameText.pages.map(({ id, title, url, host }) => (
          <li key={id}>
            <a href={sourceHref(id)} dir="auto">
              {title ?? shortAddress(url)}
            </a>{' '}
            <span className="small">· {host}</span>
          </li>
        ))}
        {more > 0 && <li className="small">{t('voiceMore', { n: more })}</li>}
      </ul>
    </details>
  );
}
