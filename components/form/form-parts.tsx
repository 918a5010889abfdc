'use client';

import { type FormEvent, type KeyboardEvent, type ReactNode, type Ref, useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { Submit } from './use-submit.ts';

/** What is wrong with which field, in words; empty when it can be sent. */
export type FieldErrors<Name extends string> = Partial<Record<Name, string>>;

interface FormFrameProps {
  title: string;
  /** The title is said, but not shown: what stands around the form says it. */
  bare?: boolean;
  submit: Submit;
  submitLabel: string;
  onSubmit(): void;
  /** Escape and “Cancel”. What was typed is kept as a draft. */
  onClose(): void;
  /** Shown when what stands in the form was kept from an earlier visit. */
  restored?: boolean;
  onDiscard?: () => void;
  /** In the place of “Cancel”, where the form could not be opened again: what was typed goes, and Escape does nothing. */
  onDrop?: (() => void) | undefined;
  /** Further buttons, after “Cancel”. */
  extra?: ReactNode;
  children: ReactNode;
}

/** A form beside what it is about: its heading, its fields, what went wrong, its buttons. */
export function FormFrame(props: FormFrameProps) {
  const { title, bare, submit, submitLabel, onSubmit, onClose, onDrop } = props;
  const { restored, onDiscard, extra, children } = props;
  const t = useTranslations('form');
  return (
    <SentForm
      className="form annotate-form"
      label={title}
      onSubmit={onSubmit}
      onEscape={(event) => {
        // The editor has prevented its default, as it always does; the margin and the sheet look at that and stay.
        event.preventDefault();
        if (!onDrop) onClose();
      }}
    >
      {!bare && <h3>{title}</h3>}
      {restored && <DraftNote onDiscard={onDiscard} />}
      {children}
      <SubmitProblem submit={submit} />
      <div className="actions">
        <Button type="submit" look="primary" busy={submit.busy}>
          {submitLabel}
        </Button>
        <Button look="quiet" onClick={onDrop ?? onClose}>
          {t(onDrop ? 'draftDiscard' : 'cancel')}
        </Button>
        {extra}
      </div>
    </SentForm>
  );
}

interface SentFormProps {
  className: string;
  label: string;
  onSubmit(): void;
  onEscape?: (event: KeyboardEvent) => void;
  ref?: Ref<HTMLFormElement>;
  children: ReactNode;
}

/** A form that a script sends: by its button, or by Ctrl or ⌘ and Enter anywhere in it. */
export function SentForm({ className, label, onSubmit, onEscape, ref, children }: SentFormProps) {
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onEscape?.(event);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.defaultPrevented) {
      event.preventDefault();
      onSubmit();
    }
  }

  return (
    <form
      ref={ref}
      className={className}
      aria-label={label}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}

/** Says that what stands in the form was kept from an earlier visit, with the way to be rid of it. */
export function DraftNote({ onDiscard }: { onDiscard: (() => void) | undefined }) {
  const t = useTranslations('form');
  return (
    <p className="draft-note small">
      {t('draftRestored')}{' '}
      <button type="button" className="link-button" onClick={onDiscard}>
        {t('draftDiscard')}
      </button>
    </p>
  );
}

/** What went wrong, and a way on. It was announced when it happened, so it is not an alert again. */
export function SubmitProblem({ submit }: { submit: Submit }) {
  const t = useTranslations('form');
  if (submit.words === null) return null;
  return (
    <Notice tone="error">
      <p>{submit.words}</p>
      {submit.signedOut && (
        <p>
          <a href={`/sign-in?next=${encodeURIComponent(here())}`} target="_blank" rel="noopener">
            {t('signInAgain')}
          </a>{' '}
          {t('signInThen')}
        </p>
      )}
    </Notice>
  );
}

/** Where somebody comes back to after signing in. It is asked for in the browser alone, when something went wrong. */
const here = () => location.pathname + location.search + location.hash;

/** Brings the first field that is marked as wrong into view and focus, once there are errors. */
export function useFocusOnError(errors: FieldErrors<string>, scope: () => HTMLElement | null) {
  useEffect(() => {
    if (Object.keys(errors).length === 0) return;
    const frame = requestAnimationFrame(() => {
      const wrong = scope()?.querySelector<HTMLElement>(
        '[aria-invalid="true"], fieldset[aria-describedby$="-error"] input',
      );
      wrong?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [errors, scope]);
}

/** Beside one's own draft: what somebody (or oneself, in another tab) made of it meanwhile. */
export function Conflict({ children, onTheirs }: { children: ReactNode; onTheirs: () => void }) {
  const t = useTranslations('form');
  return (
    <div className="conflict">
      <p>{t('conflict')}</p>
      <div className="conflict-current">{children}</div>
      <p className="small">{t('conflictHelp')}</p>
      <Button onClick={onTheirs}>{t('conflictTheirs')}</Button>
    </div>
  );
}
