'use client';

import { useEffect } from 'react';
import { mountPage } from './main.ts';

/** The same for pages that React brings to life. It draws nothing. */
export function PageScript() {
  useEffect(() => mountPage(document), []);
  return null;
}
