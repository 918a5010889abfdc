import { BarSearch } from '#components/search/bar-search.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Menu } from '#components/ui/menu.tsx';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { AccountMenu } from './account-menu.tsx';
import { BackLink, NavLink } from './nav-link.tsx';

export function Header({
  viewer,
  waiting,
  news,
  returned,
  locale,
}: {
  viewer: Viewer;
  /** How much waits for moderators; null for everybody else. */
  waiting: number | null;
  /** Of how many of their sources the viewer has something to hear. */
  news: number;
  /** How many drafts of rulings were sent back to them. */
  returned: number;
  locale: Locale;
}) {
  const t = translator(locale, 'common');
  const words = translator(locale, 'layout');
  const pages = (
    <>
      <NavLink href="/" under="/articles">
        {t('articles')}
      </NavLink>
      <NavLink href="/claims">{words('claims')}</NavLink>
      <NavLink href="/sources">{words('sources')}</NavLink>
      <NavLink href="/log">{words('log')}</NavLink>
    </>
  );
  return (
    <header className="bar">
      <a className="logo" href="/">
        <span aria-hidden="true">÷</span>
        {t('name')}
      </a>
      <nav aria-label={words('mainNavigation')}>{pages}</nav>
      <div className="tools">
        <BarSearch locale={locale} />
        {viewer ? (
          <>
            <LinkButton href="/import" look="quiet">
              <Icon name="plus" />
              <span className="wide-words">{t('import')}</span>
            </LinkButton>
            <AccountMenu viewer={viewer} waiting={waiting} news={news} returned={returned} locale={locale} />
          </>
        ) : (
          <>
            <BackLink href="/sign-up" look="quiet" className="wide-only">
              {t('signUp')}
            </BackLink>
            <BackLink href="/sign-in">{t('signIn')}</BackLink>
          </>
        )}
        <nav className="narrow-only" aria-label={words('mainNavigation')}>
          <Menu label={<Icon name="menu" />} name={words('pages')} look="quiet">
            {pages}
          </Menu>
        </nav>
      </div>
    </header>
  );
}
