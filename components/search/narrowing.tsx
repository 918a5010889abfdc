import type { ReactNode } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { Icon } from '#components/ui/icon.tsx';

interface NarrowingProps {
  title: string;
  /** Something is chosen in it. */
  open: boolean;
  /** How its fields stand beside each other, where that is its own. */
  className?: string;
  children: ReactNode;
}

/** Fields that narrow a list down, folded up until they are asked for. */
export function Narrowing({ title, open, className, children }: NarrowingProps) {
  return (
    <details className="search-filters" open={open}>
      <summary>
        <Icon name="chevron-right" />
        {title}
      </summary>
      <div className={classNames('search-fields', className)}>{children}</div>
    </details>
  );
}
