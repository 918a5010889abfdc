import type { ReactNode } from 'react';

/** A place with nothing in it says what to do next. */
export function EmptyState({
  title,
  children,
  actions,
}: {
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="empty">
      {title ? <h2>{title}</h2> : null}
      {children}
      {actions ? <div className="row">{actions}</div> : null}
    </div>
  );
}
