'use client';

import dynamic from 'next/dynamic';

/** Behind a door of its own, like the workspace: what stands in a route is sent to all of its readers, guests too. */
export const MemberThreadLoader = dynamic(() =>
  import('./member-thread-with-words.tsx').then((m) => m.MemberThreadWithWords),
);
