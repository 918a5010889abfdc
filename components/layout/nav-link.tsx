'use client';

import { usePathname } from 'next/navigation';
import type { ComponentProps, ReactNode } from 'react';
import { LinkButton } from '#components/ui/button.tsx';

/** A link of the bar that knows whether the reader is there. */
export function NavLink({
  href,
  under = href,
  children,
}: {
  href: string;
  under?: string;
  children: ReactNode;
}) {
  const path = usePathname();
  const current = path === href || path.startsWith(`${under}/`);
  return (
    <a href={href} aria-current={current ? 'page' : undefined}>
      {children}
    </a>
  );
}

/** Pages that nobody wants to come back to. */
const NO_WAY_BACK = /^\/(sign-|reset-|forgot-|confirm)/;

/** A link to a page that leads back to where the reader is now. */
export function BackLink({ href, ...rest }: ComponentProps<typeof LinkButton> & { href: string }) {
  const path = usePathname();
  const back = path === '/' || NO_WAY_BACK.test(path) ? '' : `?next=${encodeURIComponent(path)}`;
  return <LinkButton href={`${href}${back}`} {...rest} />;
}
