import type { ReactNode } from 'react';
import { Card } from '#components/annotation/card.tsx';
import { DiscussLink } from '#components/comment/discuss-link.tsx';
import type { ExhibitPage } from '#lib/flows/exhibit-page.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { canTakePart } from '#lib/user/policy.ts';
import type { Viewer } from '#lib/user/schema.ts';
import { claimsOf } from './claims.ts';
import { Exhibit } from './exhibit.tsx';
import { MemberClaimsLoader, MemberExhibitLoader } from './member-loader.tsx';

interface ExhibitForProps {
  page: ExhibitPage;
  article: {
    slug: string;
    url: string | null;
    site: string | null;
    state: string;
    revision: { number: number };
  };
  viewer: Viewer;
  locale: Locale;
  mayBring: boolean;
}

/** The original thread as its viewer can use it. */
export function ExhibitFor({ page, article, viewer, locale, mayBring }: ExhibitForProps) {
  const shown = { page, article, locale, mayBring };
  if (!canTakePart(viewer))
    return <Exhibit {...shown} beside={({ id }) => <Claims page={page} commentId={id} locale={locale} />} />;
  return (
    <MemberExhibitLoader claims={page.claims} revision={article.revision.number}>
      <Exhibit
        {...shown}
        beside={({ id, author, state, version }) => (
          <MemberClaimsLoader commentId={id} author={author} state={state} version={version} />
        )}
      />
    </MemberExhibitLoader>
  );
}

/** The claims of a comment, for everybody to read. */
function Claims({
  page,
  commentId,
  locale,
}: {
  page: ExhibitPage;
  commentId: string;
  locale: Locale;
}): ReactNode {
  const claims = claimsOf(page.claims, commentId);
  if (claims.length === 0) return null;
  const words = { locale, card: translator(locale, 'card'), verdict: translator(locale, 'verdict') };
  return (
    <ul className="promoted" aria-label={translator(locale, 'exhibit')('claims')}>
      {claims.map((claim) => (
        <li key={claim.id}>
          <Card annotation={claim} words={words}>
            <DiscussLink id={claim.id} comments={claim.counts.comments} locale={locale} />
          </Card>
        </li>
      ))}
    </ul>
  );
}
