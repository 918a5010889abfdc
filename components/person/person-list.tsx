import type { ReactNode } from 'react';
import { LinkButton } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { VerdictLabel } from '#components/verdict/verdict-label.tsx';
import type { PersonAnnotation, PersonAssessment, PersonSource } from '#lib/flows/person-page.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import type { UserView } from '#lib/user/schema.ts';
import { Deed } from './deed.tsx';
import { personHref } from './tabs.ts';

type Page = { nextCursor: string | null } & (
  | { tab: 'annotations'; items: PersonAnnotation[] }
  | { tab: 'assessments'; items: PersonAssessment[] }
  | { tab: 'sources'; items: PersonSource[] }
);

interface PersonListProps {
  page: Page;
  person: UserView;
  isOwn: boolean;
  isFirst: boolean;
  locale: Locale;
}

/** One tab of a person's page. */
export function PersonList({ page, person, isOwn, isFirst, locale }: PersonListProps) {
  const t = translator(locale, 'person');
  if (page.items.length === 0 && isFirst)
    return <Empty tab={page.tab} name={person.name} isOwn={isOwn} locale={locale} />;
  return (
    <>
      {page.items.length === 0 && <p className="small">{t('noOlder')}</p>}
      <ol className="deeds">{entries(page, locale)}</ol>
      {(page.nextCursor || !isFirst) && (
        <nav className="row" aria-label={t('pages')}>
          {page.nextCursor && (
            <LinkButton rel="next" href={personHref(person.handle, page.tab, page.nextCursor)}>
              {t('older')}
            </LinkButton>
          )}
          {!isFirst && (
            <LinkButton look="quiet" href={personHref(person.handle, page.tab)}>
              {t('newest')}
            </LinkButton>
          )}
        </nav>
      )}
    </>
  );
}

function entries(page: Page, locale: Locale): ReactNode {
  switch (page.tab) {
    case 'annotations':
      return page.items.map((item) => <AnnotationDeed key={item.id} item={item} locale={locale} />);
    case 'assessments':
      return page.items.map((item) => <AssessmentDeed key={item.id} item={item} locale={locale} />);
    case 'sources':
      return page.items.map((item) => (
        <SourceDeed key={`${item.id} ${item.createdAt}`} item={item} locale={locale} />
      ));
  }
}

function AnnotationDeed({ item, locale }: { item: PersonAnnotation; locale: Locale }) {
  const shown = item.kind === 'remark' ? 'remark' : item.folded ? 'folded' : (item.shown ?? 'open');
  return (
    <Deed
      shown={shown}
      head={<VerdictLabel shown={shown} words={translator(locale, 'verdict')} />}
      claim={{ id: item.id, words: item.statement ?? `“${item.exact}”` }}
      article={item.article}
      at={item.createdAt}
      locale={locale}
    />
  );
}

function AssessmentDeed({ item, locale }: { item: PersonAssessment; locale: Locale }) {
  const t = translator(locale, 'person');
  const words = translator(locale, 'verdict');
  const look = item.verdict ?? 'folded';
  return (
    <Deed
      shown={look}
      head={
        <>
          <VerdictLabel shown={look} words={words} />
          {item.folded ? null : item.current ? (
            <span className="small">
              {t.rich('shows', { verdict: () => <VerdictLabel shown={item.shown} words={words} /> })}
            </span>
          ) : (
            <span className="tag">{t('earlier')}</span>
          )}
        </>
      }
      claim={{ id: item.id, words: item.statement }}
      article={item.article}
      at={item.createdAt}
      locale={locale}
    >
      {item.rationaleText && <p className="deed-said">{item.rationaleText}</p>}
    </Deed>
  );
}

function SourceDeed({ item, locale }: { item: PersonSource; locale: Locale }) {
  const t = translator(locale, 'person');
  return (
    <Deed
      head={
        <>
          <a href={item.url} rel="noopener nofollow ugc">
            {new URL(item.url).hostname.replace(/^www\./, '')}
          </a>
          <span className="small">{t(`stances.${item.stance}`)}</span>
        </>
      }
      claim={{ id: item.id, words: item.statement }}
      article={item.article}
      at={item.createdAt}
      locale={locale}
    >
      {item.quote && (
        <blockquote className="deed-said">
          <q>{item.quote}</q>
        </blockquote>
      )}
      {item.note && <p className="deed-said">{item.note}</p>}
    </Deed>
  );
}

function Empty({
  tab,
  name,
  isOwn,
  locale,
}: {
  tab: Page['tab'];
  name: string;
  isOwn: boolean;
  locale: Locale;
}) {
  const t = translator(locale, 'person');
  return (
    <EmptyState actions={isOwn && <LinkButton href="/">{t('toArticles')}</LinkButton>}>
      <p>{isOwn ? t(`own.${tab}`) : t(`empty.${tab}`, { name })}</p>
    </EmptyState>
  );
}
