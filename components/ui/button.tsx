import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { Spinner } from './progress.tsx';

export type ButtonLook = 'plain' | 'primary' | 'quiet' | 'danger';

interface Look {
  look?: ButtonLook;
  /** Only a picture is in it: it needs an `aria-label`. */
  iconOnly?: boolean;
}

function buttonClass({ look = 'plain', iconOnly = false }: Look, className?: string): string {
  return classNames('button', look !== 'plain' && look, iconOnly && 'icon-only', className);
}

/** `busy` keeps the focus where it is (a disabled button would lose it) and swallows further presses. */
export function Button({
  look,
  iconOnly,
  busy = false,
  className,
  children,
  type = 'button',
  onClick,
  ...rest
}: ComponentProps<'button'> & Look & { busy?: boolean }) {
  const press: ComponentProps<'button'>['onClick'] = busy ? (event) => event.preventDefault() : onClick;
  return (
    <button
      type={type}
      className={buttonClass({ look, iconOnly }, className)}
      aria-disabled={busy || undefined}
      {...(press ? { onClick: press } : {})}
      {...rest}
    >
      {busy ? <Spinner /> : null}
      {children}
    </button>
  );
}

export function LinkButton({ look, iconOnly, className, ...rest }: ComponentProps<'a'> & Look) {
  return <a className={buttonClass({ look, iconOnly }, className)} {...rest} />;
}
