'use client';

import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { problemWords } from '#components/api/problem-words.ts';
import { RequestProblem } from '#components/api/request.ts';

/** The fields that have words of their own for what is wrong with them. */
const FIELDS = ['email', 'password', 'current', 'name', 'handle', 'about'] as const;

type Values = Record<string, string>;

interface FormState {
  form: RefObject<HTMLFormElement | null>;
  /** False until the page works: before, a press would send the form the browser's own way. */
  ready: boolean;
  busy: boolean;
  /** What went wrong with the whole of it. */
  trouble: string | null;
  /** What is wrong with which field, in words. */
  errors: Record<string, string>;
  /** For `<form onSubmit>`, and for buttons that do something else with the same fields. */
  submit: (event: FormEvent | null, work: (values: Values) => Promise<void>) => Promise<void>;
  /** To refuse something without asking the server. */
  refuse: (errors: Record<string, string>) => void;
}

/**
 * What every form here does: it says what it is doing, keeps what was typed, names what is wrong beside its field, and
 * moves the focus to the first of these. `words` puts a problem into words of the page's own.
 */
export function useForm(
  words?: (problem: RequestProblem) => { trouble?: string; errors?: Record<string, string> } | null,
): FormState {
  const t = useTranslations('account');
  const problems = useTranslations('problems');
  const form = useRef<HTMLFormElement>(null);
  const [ready, setReady] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [errors, setErrors] = useState<Record<string, string>>({});

  useEffect(() => setReady(true), []);
  useEffect(() => {
    if (Object.keys(errors).length > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors]);

  function explain(error: unknown) {
    if (!(error instanceof RequestProblem)) console.error(error);
    const own = error instanceof RequestProblem ? words?.(error) : null;
    const fields =
      error instanceof RequestProblem && error.code === 'invalid' ? Object.keys(error.fields) : [];
    const named = Object.fromEntries(
      fields.map((field) => {
        const known = FIELDS.find((name) => name === field);
        return [field, t(`fields.${known ?? 'other'}`)];
      }),
    );
    setErrors(own?.errors ?? named);
    setTrouble(own ? (own.trouble ?? null) : fields.length > 0 ? null : problemWords(problems, error));
  }

  return {
    form,
    ready,
    busy,
    trouble,
    errors,
    refuse: (found) => {
      setTrouble(null);
      setErrors(found);
    },
    async submit(event, work) {
      event?.preventDefault();
      if (busy || !form.current) return;
      const values = Object.fromEntries(
        [...new FormData(form.current)].map(([name, value]) => [name, String(value)]),
      );
      setBusy(true);
      setTrouble(null);
      setErrors({});
      try {
        await work(values);
      } catch (error) {
        explain(error);
      }
      setBusy(false);
    },
  };
}
