'use client';

import { useTranslations } from 'use-intl';
import { shortAddress } from '#components/annotation/sources.tsx';
import { request } from '#components/api/request.ts';
import { SubmitProblem } from '#components/form/form-parts.tsx';
import { useSubmit } from '#components/form/use-submit.ts';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { SourceView } from '#lib/evidence/schema.ts';
import type { OfferedSource } from '#lib/evidence/take-over/queries.ts';
import { showAnew } from './show-anew.ts';

interface OfferedEvidenceProps {
  claimId: string;
  offered: OfferedSource[];
}

/** So many stand open; the rest follow behind a line that says how many they are. */
const SHOWN_AT_ONCE = 4;

/** What lies beside the other claims and not beside this one, each to be taken over in one click. */
export function OfferedEvidence({ claimId, offered }: OfferedEvidenceProps) {
  const t = useTranslations('family');
  const card = useTranslations('card');
  const rest = offered.slice(SHOWN_AT_ONCE);
  if (offered.length === 0) return null;
  return (
    <section aria-labelledby="offered">
      <h3 id="offered">{t('offered')}</h3>
      <p className="small">{t('offeredHelp')}</p>
      <OfferedList claimId={claimId} offered={offered.slice(0, SHOWN_AT_ONCE)} />
      {rest.length > 0 && (
        <details>
          <summary>{card('moreSources', { n: rest.length })}</summary>
          <OfferedList claimId={claimId} offered={rest} />
        </details>
      )}
    </section>
  );
}

function OfferedList({ claimId, offered }: OfferedEvidenceProps) {
  return (
    <ul className="sources offered">
      {offered.map((source) => (
        <Offered key={source.id} claimId={claimId} source={source} />
      ))}
    </ul>
  );
}

function Offered({ claimId, source }: { claimId: string; source: OfferedSource }) {
  const t = useTranslations('family');
  const card = useTranslations('card');
  const submit = useSubmit();
  const { id, annotationId, url, title, stance, quote, addedBy } = source;
  const named = title ?? shortAddress(url);

  function take() {
    void submit.run(async (submission) => {
      const path = `/api/annotations/${claimId}/taken-sources`;
      const { data } = await request<SourceView>('POST', path, { sourceId: id }, { submission });
      showAnew(`source-${data.id}`);
    });
  }

  return (
    <li className={`stance-${stance}`}>
      <Icon name={stance} className="stance" />
      <div>
        <a href={url} rel="nofollow ugc noopener" dir="auto">
          {named}
        </a>{' '}
        <span className="small">
          · <span className="stance">{card(`stance.${stance}`)}</span>
        </span>
        {quote ? <q dir="auto">{quote}</q> : null}
        <p className="small">
          {t.rich('offeredBy', {
            name: addedBy.name,
            claim: (claim) => <a href={`/claims/${annotationId}#source-${id}`}>{claim}</a>,
          })}
        </p>
        <Button busy={submit.busy} onClick={take} aria-label={t('takeOverOf', { source: named })}>
          <Icon name="plus" />
          {t('takeOver')}
        </Button>
        <SubmitProblem submit={submit} />
      </div>
    </li>
  );
}
