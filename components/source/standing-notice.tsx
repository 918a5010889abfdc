import { failureWords } from '#components/annotation/failure-words.ts';
import { SourceAgain } from '#components/annotation/source-again.tsx';
import { Messages } from '#components/ui/messages.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { WebPageRecord } from '#lib/evidence/page-record/schema.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { pickMessages, translator } from '#lib/i18n/translator.ts';
import { SourceTryingAnew } from './source-trying-anew.tsx';

interface StandingNoticeProps {
  page: WebPageRecord;
  /** Whether the reader may have the page looked at now. */
  mayTry: boolean;
  locale: Locale;
}

/** Of a page that could not be had the last time: why, and what can be done about it. */
export function StandingNotice({ page, mayTry, locale }: StandingNoticeProps) {
  const { standing, failure, used } = page;
  const words = translator(locale, 'card');
  const [use] = used.items;
  if (standing === 'there' || standing === 'pending') return null;
  return (
    <Notice>
      <p>{translator(locale, 'sources')(standing, { why: failureWords(words, failure) })}</p>
      {mayTry && use && (
        <Messages locale={locale} messages={pickMessages(locale, ['card', 'problems'])}>
          <SourceAgain source={{ id: use.sourceId, failure }} words={words} />
          <SourceTryingAnew />
        </Messages>
      )}
    </Notice>
  );
}
