import type { Shown } from './verdicts.ts';

/** The picture of what a claim shows, and of a remark, on a field of 24 by 24: strokes in the notation of SVG. */
export const VERDICT_PATHS = {
  true: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M8 12.2l2.8 2.8L16 9.5',
  'mostly-true': 'M4 12.5l4.2 4.2L19 6',
  mixed: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 3v18M12 9h8M12 15h8',
  misleading: 'M12 4L21 19.5H3ZM12 10v4.2M12 16.9v.1',
  false: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M8.8 8.8l6.4 6.4m0-6.4l-6.4 6.4',
  unproven:
    'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M9.5 9.6a2.6 2.6 0 1 1 3.6 2.4c-.8.4-1.1.9-1.1 1.8M12 16.8v.1',
  opinion: 'M4 5h16v11H10l-5 4v-4H4ZM8.5 9h7M8.5 12h4',
  disputed: 'M12 20v-7L5 5M5 9.5V5h4.5M12 13l7-8M19 9.5V5h-4.5',
  open: 'M12 3a9 9 0 0 1 2.4.3M17.4 4.8a9 9 0 0 1 2.1 2.2M21 11a9 9 0 0 1-.1 2.4M19.3 17.2a9 9 0 0 1-2 2M14 20.8a9 9 0 0 1-2.6.2M7.4 19.7a9 9 0 0 1-2.2-1.8M3.3 14.4a9 9 0 0 1-.2-3M4.2 7.5a9 9 0 0 1 1.7-2.2',
  remark: 'M4 5h16v11H10l-5 4v-4H4Z',
} as const satisfies Record<Shown | 'remark', string>;
