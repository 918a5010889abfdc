'use client';

import { useTranslations } from 'use-intl';
import { WordDiff } from '#components/annotation/word-diff.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { formatTime } from '#components/ui/time.tsx';
import type { Locale } from '#lib/i18n/locale.ts';
import type { ReturnView, RulingDesk } from '#lib/ruling/schema.ts';
import type { RulingDraft } from './ruling-draft.ts';
import type { RulingErrors } from './ruling-fields.tsx';

/** What holds for whoever writes here. */
export function Notes({ desk, locale }: { desk: RulingDesk; locale: Locale }) {
  const t = useTranslations('ruling');
  const { stake, approval, may, draft } = desk;
  const last = draft?.state === 'returned' ? draft.returns.at(-1) : undefined;
  const need = stake
    ? t(`form.stake.${stake}`)
    : approval && may.write && t(`form.needsApproval.${approval}`);
  return (
    <>
      {need ? (
        <Notice>
          <p>{need}</p>
        </Notice>
      ) : null}
      {last ? (
        <Notice>
          <SentBack returned={last} locale={locale} />
        </Notice>
      ) : null}
    </>
  );
}

/** Who sent a draft back, when, and what is to be mended. */
export function SentBack({ returned: { by, note, at }, locale }: { returned: ReturnView; locale: Locale }) {
  const t = useTranslations('ruling');
  return (
    <div className="sent-back">
      <p className="small">{t('form.sentBackBy', { name: by.name, at: formatTime(at, locale, true) })}</p>
      <p className="said" dir="auto">
        {note}
      </p>
    </div>
  );
}

/** The claim is another one than its writer read, or than what is written here speaks of: what changed. */
export function Reworded({
  seen,
  desk,
}: {
  seen: Pick<RulingDraft, 'statement' | 'exact'>;
  desk: RulingDesk;
}) {
  const t = useTranslations('ruling');
  const claimed = seen.statement !== desk.statement;
  const marked = seen.exact !== desk.exact && (!claimed || seen.exact !== seen.statement);
  if (!claimed && !marked) return null;
  return (
    <Notice>
      <p>{t('form.reworded')}</p>
      {claimed ? (
        <p>
          <WordDiff before={seen.statement} after={desk.statement} />
        </p>
      ) : null}
      {marked ? (
        <p>
          {t('form.remarked')} <WordDiff before={seen.exact} after={desk.exact} />
        </p>
      ) : null}
    </Notice>
  );
}

/** What keeps a ruling from being published, once somebody tried. */
export function Lacking({ errors }: { errors: RulingErrors }) {
  const t = useTranslations('ruling');
  const lacking = Object.entries(errors);
  if (lacking.length === 0) return null;
  return (
    <Notice tone="error">
      <p>{t('form.missing')}</p>
      <ul>
        {lacking.map(([name, words]) => (
          <li key={name}>{words}</li>
        ))}
      </ul>
    </Notice>
  );
}
