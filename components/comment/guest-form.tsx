import { GUEST_NAME_MAX } from '#lib/comment/schema.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import type { GuestWords } from './guest-words.ts';

/** What a server may say to a guest who writes. */
const REFUSALS = [
  'registered',
  'not-signed-in',
  'comments-closed',
  'article-locked',
  'not-found',
  'invalid',
  'too-large',
  'unavailable',
  'network',
  'internal',
] as const;

/** Where somebody without an account writes, if the place allows it; a script does the rest (guest-composer.ts). */
export function GuestForm({ locale, hint }: { locale: Locale; hint: React.ReactNode }) {
  const t = translator(locale, 'thread');
  return (
    <>
      <p className="join needs-script">{t('needsScript')}</p>
      <form
        className="guest-form form"
        aria-label={t('write')}
        noValidate
        data-words={JSON.stringify(wordsOf(locale))}
      >
        <div className="field">
          <label>
            <span className="visually-hidden">{t('bodyLabel')}</span>
            <textarea className="input said" name="text" rows={4} placeholder={t('promptAnnotation')} />
          </label>
        </div>
        <div className="guest-fields">
          <div className="field">
            <label>
              {t('guestName')}
              <input className="input" name="name" autoComplete="name" maxLength={GUEST_NAME_MAX} />
            </label>
          </div>
          <div className="field">
            <label>
              {t('guestEmail')}
              <input className="input" name="email" type="email" autoComplete="email" maxLength={254} />
            </label>
          </div>
        </div>
        <p className="small">{t('guestEmailHint')}</p>
        <label className="checkbox">
          <input type="checkbox" name="remember" />
          <span>{t('guestRemember')}</span>
        </label>
        <p className="guest-problem" hidden />
        <div className="actions">
          <button type="submit" className="button primary">
            {t('guestPost')}
          </button>
          <button type="button" className="button quiet" data-leave="" hidden>
            {t('cancel')}
          </button>
          <span className="small">{hint}</span>
        </div>
      </form>
    </>
  );
}

/** The script has no catalogue: what it says comes with the form. */
function wordsOf(locale: Locale): GuestWords {
  const t = translator(locale, 'thread');
  const problems = translator(locale, 'problems');
  return {
    replyTitle: t('replyTitle', { name: '#' }),
    guest: t('guest'),
    pending: t('guestPending'),
    posted: t('guestPosted'),
    label: t('comment', { name: '#' }),
    missing: { text: t('bodyMissing'), name: t('guestNameMissing'), email: t('guestEmailBad') },
    refusals: Object.fromEntries(REFUSALS.map((code) => [code, problems(code)])),
    // Both languages have these two forms.
    wait: [problems('too-often', { seconds: 1 }), problems('too-often', { seconds: 2 }).replace('2', '#')],
  };
}
