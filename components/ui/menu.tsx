import { type ReactNode, useId } from 'react';
import type { ButtonLook } from './button.tsx';
import { classNames } from './class-names.ts';

/**
 * A button with a short list of links or buttons under it. The browser opens and closes it (popover): it needs no
 * script, Escape and a press beside it close it, and the focus comes back.
 */
export function Menu({
  label,
  name,
  look = 'plain',
  children,
}: {
  label: ReactNode;
  /** Its name for a screen reader, where the label is only a picture. */
  name?: string;
  look?: ButtonLook;
  children: ReactNode;
}) {
  const id = `menu-${useId().replace(/[^a-zA-Z0-9-]/g, '')}`;
  return (
    <>
      <button
        type="button"
        className={classNames('button', look !== 'plain' && look)}
        popoverTarget={id}
        aria-label={name}
      >
        {label}
      </button>
      <div className="menu-list" id={id} popover="auto">
        {children}
      </div>
    </>
  );
}
