import { THEMES, type Theme } from '#lib/http/preferences.ts';
import { LOCALES, type Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { Preferences } from './preferences.tsx';

const OWN_NAMES: Record<Locale, string> = { en: 'English', de: 'Deutsch' };

export function Footer({ locale, theme }: { locale: Locale; theme: Theme }) {
  const t = translator(locale, 'layout');
  const common = translator(locale, 'common');
  const themes = { system: t('themeSystem'), light: t('themeLight'), dark: t('themeDark') };
  return (
    <footer className="foot">
      <div className="foot-about">
        <p>{t('tagline')}</p>
        <nav aria-label={t('aboutPlace')}>
          <a href="/claims">{t('claims')}</a>
          <a href="/sources">{t('sources')}</a>
          <a href="/methodology">{t('methodology')}</a>
          <a href="/corrections">{t('corrections')}</a>
          <a href="/log">{t('moderationLog')}</a>
          <a href="/feeds">{t('feeds')}</a>
        </nav>
      </div>
      <Preferences
        failed={translator(locale, 'problems')('network')}
        choices={[
          {
            name: 'language',
            label: common('language'),
            value: locale,
            options: LOCALES.map((value) => ({ value, label: OWN_NAMES[value], lang: value })),
          },
          {
            name: 'theme',
            label: t('theme'),
            value: theme,
            options: THEMES.map((value) => ({ value, label: themes[value] })),
          },
        ]}
      />
    </footer>
  );
}
