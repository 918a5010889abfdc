import type { ReactNode } from 'react';

/** The list of a thread, and above it, over the page, where new comments are offered: nothing moves when they are. */
export function ThreadList({ offer, children }: { offer?: ReactNode; children: ReactNode }) {
  return (
    <div className="thread-list">
      <div className="thread-offer">{offer}</div>
      {children}
    </div>
  );
}
