'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

/** A link of the bar that knows whether the reader is there. */
export function NavLink({ href, under = href, children }: { href: string; under?: string; children: ReactNode }) {
  const path = usePathname();
  const current = path === href || path.startsWith(`${under}/`);
  return (
    <a href={href} aria-current={current ? 'page' : undefined}>
      {children}
    </a>
  );
}
