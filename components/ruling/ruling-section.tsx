import { RichText } from '#components/annotation/rich-text.tsx';
import { shortAddress } from '#components/annotation/sources.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { VerdictLabel } from '#components/verdict/verdict-label.tsx';
import type { ClaimPage } from '#lib/flows/claim-page.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import type { RulingDetail } from '#lib/ruling/schema.ts';
import { RulingChanges } from './ruling-changes.tsx';
import { PutRight, RulingFacts } from './ruling-facts.tsx';

interface RulingSectionProps {
  page: ClaimPage;
  locale: Locale;
}

/** What checkers found: the verdict with everything that it rests on, what happened to it, and who keeps out of it. */
export function RulingSection({ page, locale }: RulingSectionProps) {
  const { annotation, ruling, recusals, mayRule } = page;
  const t = translator(locale, 'ruling');
  if (annotation.kind !== 'claim' || (!ruling && recusals.length === 0 && !mayRule)) return null;
  return (
    <section className="claim-part ruling" aria-labelledby="ruling">
      <h2 id="ruling">{t('heading')}</h2>
      {ruling ? <Ruling page={page} ruling={ruling} locale={locale} /> : null}
      {!ruling && mayRule ? <p className="soft">{t('none')}</p> : null}
      {recusals.length > 0 ? (
        <ul className="recusals small">
          {recusals.map(({ person, reason }) => (
            <li key={person.handle} dir="auto">
              {t.rich('recused', {
                name: person.name,
                person: (name) => <a href={`/people/${person.handle}`}>{name}</a>,
              })}
              {reason ? `: ${reason}` : null}
            </li>
          ))}
        </ul>
      ) : null}
      {mayRule ? (
        <LinkButton look={ruling ? 'quiet' : 'plain'} href={`/claims/${annotation.id}/ruling`}>
          <Icon name="edit" />
          {t(ruling ? 'change' : 'write')}
        </LinkButton>
      ) : null}
    </section>
  );
}

function Ruling({ page, ruling, locale }: RulingSectionProps & { ruling: RulingDetail }) {
  const t = translator(locale, 'ruling');
  const words = { locale, card: translator(locale, 'card') };
  const rested = page.annotation.sources.filter(({ id }) => ruling.sourceIds.includes(id));
  return (
    <>
      {ruling.state === 'retracted' ? (
        <Notice>
          <p>{t('retracted')}</p>
        </Notice>
      ) : null}
      <div className={`ruling-found v-${ruling.verdict}${ruling.state === 'retracted' ? ' retracted' : ''}`}>
        <p>
          <VerdictLabel shown={ruling.verdict} words={translator(locale, 'verdict')} />
        </p>
        {ruling.summary ? (
          <p className="ruling-summary" dir="auto">
            {ruling.summary}
          </p>
        ) : null}
        <PutRight ruling={ruling} words={words} />
        <RulingFacts ruling={ruling} newest={page.annotation.anchor.revision} words={words} />
      </div>
      {ruling.reasoning ? (
        <Part heading={t('reasoning')}>
          <RichText body={ruling.reasoning} />
        </Part>
      ) : null}
      <Said heading={t('evidenceAgainst')} text={ruling.evidenceAgainst} />
      {rested.length > 0 ? (
        <Part heading={t('restsOn')}>
          <ul className="ruling-sources">
            {rested.map(({ id, title, url }) => (
              <li key={id}>
                <a href={`#source-${id}`} dir="auto">
                  {title ?? shortAddress(url)}
                </a>
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      <Said heading={t('selectedBecause')} text={ruling.selectedBecause} />
      <Said heading={t('askedForComment')} text={ruling.askedForComment} />
      <RulingChanges ruling={ruling} locale={locale} />
    </>
  );
}

function Part({ heading, children }: { heading: string; children: React.ReactNode }) {
  return (
    <div className="ruling-part">
      <h3>{heading}</h3>
      {children}
    </div>
  );
}

function Said({ heading, text }: { heading: string; text: string }) {
  if (!text) return null;
  return (
    <Part heading={heading}>
      <p className="said" dir="auto">
        {text}
      </p>
    </Part>
  );
}
