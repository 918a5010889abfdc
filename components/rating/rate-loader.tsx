'use client';

import dynamic from 'next/dynamic';

/** Behind a door of its own, like the workspace: what stands in a route is sent to all of its readers, guests too. */
export const RateLoader = dynamic(() => import('./rate-with-words.tsx').then((m) => m.RateWithWords));
