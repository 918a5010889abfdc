import type { ReactNode } from 'react';

/** What the tools of the editors show beside, or instead of, their words. */
const PATHS = {
  bold: <path d="M7 5h6a3.5 3.5 0 0 1 0 7H7Zm0 7h7a3.5 3.5 0 0 1 0 7H7Z" />,
  italic: <path d="M10 5h7M7 19h7M14 5l-4 14" />,
  code: <path d="m8.5 7-5 5 5 5m7-10 5 5-5 5" />,
  link: (
    <path d="M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1.2 1.2M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1.2-1.2" />
  ),
  quote: <path d="M9.5 7C6.500 8 5 10 5 13v4h5v-5H7.500M18.500 7c-3 1-4.500 3-4.500 6v4h5v-5h-2.500" />,
  bulletList: <path d="M9 6h11M9 12h11M9 18h11M4.500 6h.1M4.500 12h.1M4.500 18h.1" />,
  orderedList: (
    <path d="M10 6h10M10 12h10M10 18h10M4 4.500l1.500-.7V9M4 14.200c.6-1.100 2.500-.9 2.400.4 0 1-1.400 1.600-2.400 3.400h2.600" />
  ),
  codeBlock: <path d="M4 5h16v14H4Zm6 4.500L7.500 12l2.500 2.500m4-5 2.500 2.500-2.500 2.500" />,
  paragraph: <path d="M13 5v14M17 5v14M19 5h-8.500a3.500 3.500 0 0 0 0 7H13" />,
  heading2: (
    <path d="M4 5v14M12 5v14M4 12h8M15.500 10.500c.6-2.300 4.500-2.300 4.500.4 0 2.100-2.600 3.300-4.500 6.100H20" />
  ),
  heading3: (
    <path d="M4 5v14M12 5v14M4 12h8M15.500 9.500c1.200-1.500 4.300-1.200 4.300 1 0 1.500-1.200 2-2.300 2 1.300 0 2.600.6 2.600 2.300 0 2.600-3.600 2.900-4.800 1.200" />
  ),
  undo: <path d="M8 5 4 9l4 4M4 9h9.500a5.500 5.500 0 0 1 0 11H9" />,
  redo: <path d="m16 5 4 4-4 4m4-4h-9.500a5.500 5.500 0 0 0 0 11H15" />,
} satisfies Record<string, ReactNode>;

export type ToolIconName = keyof typeof PATHS;

export function ToolIcon({ name }: { name: ToolIconName }) {
  return (
    <svg className="tool-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {PATHS[name]}
    </svg>
  );
}
