import { Messages } from '#components/ui/messages.tsx';
import type { ClaimPage } from '#lib/flows/claim-page.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { pickMessages } from '#lib/i18n/translator.ts';
import { LinkClaim } from './link-claim.tsx';
import { OfferedEvidence } from './offered-evidence.tsx';
import { UnlinkClaims } from './unlink-claims.tsx';

/** What somebody who takes part can do about the claims that say the same. Apart from them, which others change too. */
export function FamilyActions({ page, locale }: { page: ClaimPage; locale: Locale }) {
  const { annotation, article, family, familyDesk } = page;
  if (!familyDesk || article.state === 'locked') return null;
  const { id, statement } = annotation;
  const removable = [{ id, statement: statement ?? '' }, ...family.items].filter((one) =>
    familyDesk.removable.includes(one.id),
  );
  return (
    <div className="family-actions">
      <Messages
        locale={locale}
        messages={pickMessages(locale, ['family', 'verdict', 'card', 'problems', 'form'])}
      >
        <OfferedEvidence claimId={id} offered={familyDesk.offered} />
        <LinkClaim
          claim={{ id, statement: statement ?? '', quote: annotation.target.exact, lang: article.lang }}
          relatives={family.items.map((member) => member.id)}
        />
        <UnlinkClaims claimId={id} claims={removable} />
      </Messages>
    </div>
  );
}
