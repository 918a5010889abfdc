'use client';

import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Conflict, SubmitProblem, useFocusOnError } from '#components/form/form-parts.tsx';
import { useDraft } from '#components/form/use-draft.ts';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { SourceView } from '#lib/evidence/schema.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { partsOf } from '#lib/ruling/parts.ts';
import type { RulingDesk } from '#lib/ruling/schema.ts';
import { missingFrom } from '#lib/verdict/requirements.ts';
import { Checklist } from './checklist.tsx';
import { DraftPreview } from './draft-preview.tsx';
import { DiscardDialog, RecuseDialog, RetractDialog } from './ruling-dialogs.tsx';
import { draftOf, isRulingDraft, type RulingDraft } from './ruling-draft.ts';
import { type RulingErrors, RulingFields, type RulingRules } from './ruling-fields.tsx';
import { useRuling } from './use-ruling.ts';

interface RulingFormProps {
  desk: RulingDesk;
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
  // What was kept is known to this browser alone: the server could not draw the same.
  useEffect(() => setReady(true), []);
  return ready ? <Desk {...props} /> : <div className="ruling-desk ruling-waiting" aria-busy="true" />;
}

function Desk(props: RulingFormProps) {
  const { sources, rules, placeHref, locale } = props;
  const t = useTranslations('ruling');
  const forms = useTranslations('form');
  const place = {
    personId: props.viewerId,
    articleId: props.articleId,
    form: `ruling:${props.desk.annotationId}`,
  };
  const draft = useDraft<RulingDraft>(place, draftOf(props.desk), isRulingDraft);
  const actions = useRuling(
    props.desk,
    draft,
    sources.map(({ id }) => id),
  );
  const { desk, submit, reworded, theirs } = actions;
  const { value, change } = draft;
  const [errors, setErrors] = useState<RulingErrors>({});
  const [asking, setAsking] = useState<'discard' | 'retract' | 'recuse' | null>(null);
  const box = useRef<HTMLFormElement>(null);
  useFocusOnError(
    errors,
    useCallback(() => box.current, []),
  );
  const words = { ...value, reasoningText: value.reasoning ? '…' : '' };
  const parts = partsOf(words, sources, desk.ruling?.verifiedIds);
  const missing = missingFrom(parts, desk.mandatory);

  function publish() {
    if (submit.busy) return;
    const wrong: RulingErrors = Object.fromEntries(missing.map((one) => [one, t(`form.lacks.${one}`)]));
    if (value.verdict === null) wrong.verdict = t('form.verdictMissing');
    if (desk.ruling && value.correction.trim() === '') wrong.correction = t('form.correctionMissing');
    setErrors(wrong);
    if (Object.keys(wrong).length === 0) actions.publish();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.defaultPrevented) return;
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    publish();
  }

  return (
    <div className="ruling-desk">
      <Notes desk={desk} />
      {desk.draft?.state === 'awaiting-approval' && !theirs ? (
        <DraftPreview desk={desk} draft={desk.draft} sources={sources} locale={locale}>
          {desk.may.approve ? (
            <Button look="primary" busy={submit.busy} onClick={actions.approve}>
              {t('form.approve')}
            </Button>
          ) : null}
        </DraftPreview>
      ) : null}
      {desk.may.write ? (
        <form
          ref={box}
          className="ruling-form"
          aria-label={t('form.title')}
          noValidate
          onKeyDown={onKeyDown}
          onSubmit={(event) => {
            event.preventDefault();
            publish();
          }}
        >
          <div className="form">
            {draft.restored ? (
              <p className="draft-note small">
                {forms('draftRestored')}{' '}
                <button type="button" className="link-button" onClick={draft.reset}>
                  {forms('draftDiscard')}
                </button>
              </p>
            ) : null}
            {reworded ? (
              <Notice>
                <p>{t('form.reworded')}</p>
                <p dir="auto">
                  <b>{reworded}</b>
                </p>
              </Notice>
            ) : null}
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
        </form>
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

/** What holds for whoever writes here. */
function Notes({ desk }: { desk: RulingDesk }) {
  const t = useTranslations('ruling');
  const { stake, approval, may } = desk;
  if (stake) {
    return (
      <Notice>
        <p>{t(`form.stake.${stake}`)}</p>
      </Notice>
    );
  }
  if (!approval || !may.write) return null;
  return (
    <Notice>
      <p>{t(`form.needsApproval.${approval}`)}</p>
    </Notice>
  );
}

/** What keeps a ruling from being published, once somebody tried. */
function Lacking({ errors }: { errors: RulingErrors }) {
  const t = useTranslations('ruling');
  const lacking = Object.entries(errors);
  if (lacking.length === 0) return null;
  return (
    <Notice tone="error">
      <p>{t('form.missing')}</p>
      <ul>
        {lacking.map(([name, words]) => (
          <li key={name}>{words}</li>
        ))}
      </ul>
    </Notice>
  );
}
