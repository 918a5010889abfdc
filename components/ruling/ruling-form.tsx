'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import {
  Conflict,
  DraftNote,
  SentForm,
  SubmitProblem,
  useFocusOnError,
} from '#components/form/form-parts.tsx';
import { useDraft } from '#components/form/use-draft.ts';
import { Button } from '#components/ui/button.tsx';
import type { SourceView } from '#lib/evidence/schema.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { partsOf } from '#lib/ruling/parts.ts';
import type { RulingDesk } from '#lib/ruling/schema.ts';
import { missingFrom } from '#lib/verdict/requirements.ts';
import { Checklist } from './checklist.tsx';
import { ClaimInQuestion } from './claim-in-question.tsx';
import { DraftPreview } from './draft-preview.tsx';
import { Folded, PutForward } from './put-forward.tsx';
import { DiscardDialog, RecuseDialog, RetractDialog, SendBackDialog } from './ruling-dialogs.tsx';
import { draftOf, isRulingDraft, type RulingDraft } from './ruling-draft.ts';
import { type RulingErrors, RulingFields, type RulingRules } from './ruling-fields.tsx';
import { Lacking, Notes, Reworded } from './ruling-notes.tsx';
import { useFocusOnNews } from './use-focus-on-news.ts';
import { useRuling } from './use-ruling.ts';

interface RulingFormProps {
  /** What a checker needs of the claim, when the page was made. */
  first: RulingDesk;
  lang: string;
  sources: SourceView[];
  viewerId: string;
  articleId: string;
  rules: RulingRules;
  placeHref: string;
  locale: Locale;
}

/** Where a checker writes a ruling, changes or retracts one, approves another checker's, or keeps out of it. */
export function RulingForm(props: RulingFormProps) {
  const [ready, setReady] = useState(false);
  const [desk, setDesk] = useState(props.first);
  // What was kept is known to this browser alone: the server could not draw the same.
  useEffect(() => setReady(true), []);
  return (
    <>
      <ClaimInQuestion desk={desk} lang={props.lang} />
      {ready ? (
        <Desk {...props} desk={desk} setDesk={setDesk} />
      ) : (
        <div className="ruling-desk ruling-waiting" aria-busy="true" />
      )}
    </>
  );
}

interface DeskProps extends RulingFormProps {
  desk: RulingDesk;
  setDesk(desk: RulingDesk): void;
}

function Desk(props: DeskProps) {
  const { desk, setDesk, sources, rules, placeHref, locale } = props;
  const t = useTranslations('ruling');
  const place = {
    personId: props.viewerId,
    articleId: props.articleId,
    form: `ruling:${desk.annotationId}`,
  };
  const draft = useDraft<RulingDraft>(place, draftOf(props.first), isRulingDraft);
  const actions = useRuling(
    desk,
    setDesk,
    draft,
    sources.map(({ id }) => id),
  );
  const { submit, theirs } = actions;
  const { value, change } = draft;
  const [errors, setErrors] = useState<RulingErrors>({});
  const [asking, setAsking] = useState<'discard' | 'sendBack' | 'retract' | 'recuse' | null>(null);
  const box = useRef<HTMLFormElement>(null);
  useFocusOnError(
    errors,
    useCallback(() => box.current, []),
  );
  const waits = desk.draft?.state === 'awaiting-approval' && !theirs;
  const told = useFocusOnNews(theirs, `${desk.statement}\n${desk.exact}\n${waits}`);
  const words = { ...value, reasoningText: value.reasoning ? '…' : '' };
  const parts = partsOf(words, sources, desk.ruling?.verifiedIds);
  const missing = missingFrom(parts, desk.mandatory);

  function publish() {
    if (submit.busy) return;
    const wrong: RulingErrors = Object.fromEntries(
      missing.map((one) => [one, t('form.gap', { what: t(`form.lacks.${one}`) })]),
    );
    if (value.verdict === null) wrong.verdict = t('form.verdictMissing');
    if (desk.ruling && value.correction.trim() === '') wrong.correction = t('form.correctionMissing');
    setErrors(wrong);
    if (Object.keys(wrong).length === 0) actions.publish();
  }

  return (
    <div className="ruling-desk">
      <Notes desk={desk} locale={locale} />
      <div ref={told} tabIndex={-1} className="ruling-told">
        <Reworded seen={value} desk={desk} />
        {theirs ? (
          <Conflict onTheirs={actions.takeTheirs}>
            <DraftPreview
              desk={theirs}
              draft={theirs.draft ?? theirs.ruling}
              sources={sources}
              locale={locale}
            />
          </Conflict>
        ) : null}
        {waits ? (
          <PutForward
            desk={desk}
            sources={sources}
            locale={locale}
            busy={submit.busy}
            onApprove={actions.approve}
            onSendBack={() => setAsking('sendBack')}
          />
        ) : null}
        {waits ? <SubmitProblem submit={submit} /> : null}
      </div>
      {desk.may.write ? (
        <Folded folded={waits && !draft.restored} label={t('form.changeIt')}>
          <SentForm ref={box} className="ruling-form" label={t('form.title')} onSubmit={publish}>
            <div className="form">
              {draft.restored ? <DraftNote onDiscard={draft.reset} /> : null}
              <RulingFields
                value={value}
                change={change}
                errors={errors}
                desk={desk}
                sources={sources}
                rules={rules}
                placeHref={placeHref}
                onSubmit={publish}
              />
            </div>
            <Checklist
              mandatory={desk.mandatory}
              missing={missing}
              asked={value.asked}
              onAsk={(asked) => change({ asked })}
            />
            <div className="form">
              <Lacking errors={errors} />
              <SubmitProblem submit={submit} />
              <div className="actions">
                <Button type="submit" look="primary" busy={submit.busy}>
                  {publishLabel(desk)}
                </Button>
                <Button busy={submit.busy} onClick={actions.save}>
                  {t('form.save')}
                </Button>
                {desk.draft ? (
                  <Button look="quiet" onClick={() => setAsking('discard')}>
                    {t('form.discard')}
                  </Button>
                ) : null}
              </div>
            </div>
          </SentForm>
        </Folded>
      ) : (
        <SubmitProblem submit={submit} />
      )}
      <div className="actions ruling-more">
        <a href={`/claims/${desk.annotationId}#ruling`}>{t('form.back')}</a>
        {desk.may.retract ? (
          <Button look="danger" onClick={() => setAsking('retract')}>
            {t('form.retract')}
          </Button>
        ) : null}
        {desk.may.recuse ? (
          <Button look="quiet" onClick={() => setAsking('recuse')}>
            {t('form.recuse')}
          </Button>
        ) : null}
      </div>
      {asking === 'discard' ? (
        <DiscardDialog submit={submit} onConfirm={actions.discard} onClose={() => setAsking(null)} />
      ) : null}
      {asking === 'sendBack' ? (
        <SendBackDialog desk={desk} max={rules.textMax} onClose={() => setAsking(null)} />
      ) : null}
      {asking === 'retract' ? (
        <RetractDialog desk={desk} max={rules.textMax} onClose={() => setAsking(null)} />
      ) : null}
      {asking === 'recuse' ? (
        <RecuseDialog desk={desk} max={rules.textMax} onClose={() => setAsking(null)} />
      ) : null}
    </div>
  );

  function publishLabel({ approval, ruling }: RulingDesk): string {
    if (approval) return t('form.putForward');
    if (!ruling) return t('form.publish');
    return t(ruling.state === 'retracted' ? 'form.publishRenewal' : 'form.publishCorrection');
  }
}
