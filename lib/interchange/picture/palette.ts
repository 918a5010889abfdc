import type { Shown } from '#lib/verdict/verdicts.ts';

/** The light side of app/styles/tokens.css: a picture that goes elsewhere has no dark one. */
export const PALETTE = {
  paper: '#fbf9f4',
  ink: '#1d1b18',
  soft: '#5f5a52',
  rule: '#e3ddd0',
  accent: '#8a2a2a',
  wash: '#f3efe6',
} as const;

export const VERDICT_COLOURS: Record<Shown, string> = {
  true: '#1f6b3a',
  'mostly-true': '#4b6b14',
  mixed: '#7d5a00',
  misleading: '#9a4a06',
  false: '#a81f2d',
  unproven: '#43567c',
  opinion: '#6a4780',
  disputed: '#3f3b35',
  open: '#6b665d',
};
