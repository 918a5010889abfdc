import { type ComponentProps, type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

interface FieldProps {
  label: ReactNode;
  /** A word such as “optional”, set beside the label. */
  aside?: ReactNode;
  hint?: ReactNode;
  /** What is wrong, in words that help. */
  error?: ReactNode;
}

interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

function useDescription(id: string | undefined, { hint, error }: Pick<FieldProps, 'hint' | 'error'>) {
  const made = useId();
  const own = id ?? made;
  const described = classNames(hint ? `${own}-hint` : null, error ? `${own}-error` : null);
  const control: ControlProps = {
    id: own,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? true : undefined,
  };
  return control;
}

function Described({ id, hint, error }: Pick<FieldProps, 'hint' | 'error'> & { id: string }) {
  return (
    <>
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {error ? (
        <span className="error" id={`${id}-error`}>
          <Icon name="warning" />
          <span>{error}</span>
        </span>
      ) : null}
    </>
  );
}

/** A label, a control of any kind, a hint and what is wrong, tied together for everybody. */
export function Field({
  id,
  label,
  aside,
  hint,
  error,
  children,
}: FieldProps & { id?: string; children: (control: ControlProps) => ReactNode }) {
  const control = useDescription(id, { hint, error });
  return (
    <div className="field">
      <label htmlFor={control.id}>
        {label}
        {aside ? <span className="aside">{aside}</span> : null}
      </label>
      {children(control)}
      <Described id={control.id} hint={hint} error={error} />
    </div>
  );
}

export function TextField({
  label,
  aside,
  hint,
  error,
  id,
  className,
  ...rest
}: FieldProps & ComponentProps<'input'>) {
  return (
    <Field id={id} label={label} aside={aside} hint={hint} error={error}>
      {(control) => <input className={classNames('input', className)} {...control} {...rest} />}
    </Field>
  );
}

export function TextArea({
  label,
  aside,
  hint,
  error,
  id,
  className,
  ...rest
}: FieldProps & ComponentProps<'textarea'>) {
  return (
    <Field id={id} label={label} aside={aside} hint={hint} error={error}>
      {(control) => <textarea className={classNames('input', className)} {...control} {...rest} />}
    </Field>
  );
}

export function Select({
  label,
  aside,
  hint,
  error,
  id,
  className,
  ...rest
}: FieldProps & ComponentProps<'select'>) {
  return (
    <Field id={id} label={label} aside={aside} hint={hint} error={error}>
      {(control) => <select className={classNames('input', className)} {...control} {...rest} />}
    </Field>
  );
}

export function Checkbox({
  label,
  hint,
  error,
  id,
  ...rest
}: Omit<FieldProps, 'aside'> & ComponentProps<'input'>) {
  const control = useDescription(id, { hint, error });
  return (
    <div className="field checkbox">
      <input type="checkbox" {...control} {...rest} />
      <label htmlFor={control.id}>{label}</label>
      <Described id={control.id} hint={hint} error={error} />
    </div>
  );
}

/** Several controls under one heading (radio buttons, a group of checkboxes). */
export function FieldSet({
  label,
  hint,
  error,
  children,
}: Omit<FieldProps, 'aside'> & { children: ReactNode }) {
  const { id, ...description } = useDescription(undefined, { hint, error });
  return (
    <fieldset className="field" aria-describedby={description['aria-describedby']}>
      <legend>{label}</legend>
      {children}
      <Described id={id} hint={hint} error={error} />
    </fieldset>
  );
}
