'use client';

import dynamic from 'next/dynamic';

/** What only those who take part need stands behind a door of its own: a guest is sent nothing of it. */
export const MemberExhibitLoader = dynamic(() => import('./member-exhibit.tsx').then((m) => m.MemberExhibit));
export const MemberClaimsLoader = dynamic(() => import('./member-claims.tsx').then((m) => m.MemberClaims));
