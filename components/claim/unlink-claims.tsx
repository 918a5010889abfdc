'use client';

import { useTranslations } from 'use-intl';
import { request } from '#components/api/request.ts';
import { SubmitProblem } from '#components/form/form-parts.tsx';
import { useSubmit } from '#components/form/use-submit.ts';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { showAnew } from './show-anew.ts';

interface Named {
  id: string;
  statement: string;
}

/** Claims that do not belong here are taken out, by those who may. */
export function UnlinkClaims({ claimId, claims }: { claimId: string; claims: Named[] }) {
  const t = useTranslations('family');
  const submit = useSubmit();
  if (claims.length === 0) return null;

  function unlink({ id }: Named) {
    void submit.run(async () => {
      await request('DELETE', `/api/annotations/${id}/family`);
      showAnew(id === claimId ? 'main' : 'family');
    });
  }

  return (
    <details className="optional">
      <summary>
        <Icon name="chevron-right" />
        {t('unlinkTitle')}
      </summary>
      <p className="small">{t('unlinkWhy')}</p>
      <ul className="unlinkable">
        {claims.map((claim) => (
          <li key={claim.id}>
            <span dir="auto">{claim.id === claimId ? t('thisClaim') : claim.statement}</span>
            <Button
              busy={submit.busy}
              onClick={() => unlink(claim)}
              aria-label={t('unlinkOf', { statement: claim.statement })}
            >
              {t('unlink')}
            </Button>
          </li>
        ))}
      </ul>
      <SubmitProblem submit={submit} />
    </details>
  );
}
