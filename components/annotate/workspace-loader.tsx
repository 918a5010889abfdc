'use client';

import dynamic from 'next/dynamic';

/**
 * The workspace behind a door of its own: both variants of the article page are one route, and what stands in a route
 * is sent to all of its readers, guests too, unless it is asked for apart.
 */
export const WorkspaceLoader = dynamic(() =>
  import('./workspace-with-words.tsx').then((m) => m.WorkspaceWithWords),
);
