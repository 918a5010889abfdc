import { VERDICT_PATHS } from '#lib/verdict/pictures.ts';

/** Every picture of the interface, on a field of 24 by 24, drawn with strokes in the colour of the words around it. */
const PATHS = {
  ...VERDICT_PATHS,
  folded: 'M3 9.5c2.6 3.3 5.6 5 9 5s6.4-1.7 9-5M6 12.8L4.4 15.4M12 14.5v3.3M18 12.8l1.6 2.6',
  supports: 'M5 12.5l4.2 4.2L19 7',
  refutes: 'M6.5 6.5l11 11m0-11l-11 11',
  context: 'M12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8',
  close: 'M6 6l12 12M18 6L6 18',
  check: 'M5 12.5l4.2 4.2L19 7',
  plus: 'M12 5v14M5 12h14',
  edit: 'M4 20l1-4.5L16.5 4l3.5 3.5L8.5 19ZM14 6.5l3.5 3.5',
  eye: 'M2.5 12c1.7-3.5 5-6.5 9.5-6.5s7.8 3 9.5 6.5c-1.7 3.5-5 6.5-9.5 6.5s-7.8-3-9.5-6.5ZM12 9a3 3 0 1 0 0 6a3 3 0 1 0 0-6',
  'eye-off':
    'M4 4l16 16M9.9 5.3A9.6 9.6 0 0 1 21.5 12a15 15 0 0 1-2.7 3.6M6.4 6.6A14.5 14.5 0 0 0 2.5 12c1.7 3.5 5 6.5 9.5 6.5a9 9 0 0 0 4.7-1.3M9.9 10a3 3 0 0 0 4.2 4.2',
  ban: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M5.7 5.7l12.6 12.6',
  trash: 'M4 7h16M9 7V4h6v3M6.5 7l1 13h9l1-13M10 11v5M14 11v5',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1.2 1.2M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1.2-1.2',
  quote: 'M10 7H5v6h5V7v5c0 3-1.5 4.5-4 5M19 7h-5v6h5V7v5c0 3-1.5 4.5-4 5',
  list: 'M9 6h11M9 12h11M9 18h11M4.5 6v.1M4.5 12v.1M4.5 18v.1',
  'list-numbers': 'M10 6h10M10 12h10M10 18h10M4 5l1.5-1v5M4 14.5c.5-1 2.5-1 2.5.4C6.5 16.5 4 17 4 19h2.8',
  bold: 'M7 4h6a4 4 0 0 1 0 8H7ZM7 12h7a4 4 0 0 1 0 8H7Z',
  italic: 'M10 4h8M6 20h8M14 4l-4 16',
  code: 'M8 7l-5 5l5 5M16 7l5 5l-5 5',
  external: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  upload: 'M12 16V4M7 9l5-5l5 5M4 16v4h16v-4',
  scales: 'M12 4v16M8 20h8M5 7h14M5 7l-2.5 6a2.8 2.8 0 0 0 5 0ZM19 7l-2.5 6a2.8 2.8 0 0 0 5 0Z',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M15.5 15.5L20 20',
  person: 'M12 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8M4.5 20c.8-4 4-6 7.5-6s6.7 2 7.5 6',
  info: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 11v5.5M12 7.5v.1',
  warning: 'M12 4L21 19.5H3ZM12 10v4.2M12 16.9v.1',
  undo: 'M8 5L4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11h-4',
  menu: 'M4 7h16M4 12h16M4 17h16',
  more: 'M5 12v.1M12 12v.1M19 12v.1',
  'chevron-down': 'M6 9.5l6 6l6-6',
  'chevron-right': 'M9.5 6l6 6l-6 6',
  'arrow-up': 'M12 19V5M6 11l6-6l6 6',
  'arrow-down': 'M12 5v14M6 13l6 6l6-6',
  keyboard: 'M3 6h18v12H3ZM7 10v.1M11 10v.1M15 10v.1M8 14h8',
  mail: 'M3 6h18v12H3ZM3 7l9 6.5L21 7',
  key: 'M8 11a4 4 0 1 0 0 8a4 4 0 1 0 0-8M11 12.5L19.5 4M16 7.5l3 3',
} as const;

export type IconName = keyof typeof PATHS;

export function isIconName(name: string): name is IconName {
  return Object.hasOwn(PATHS, name);
}

/** With a `label` it is a picture that says something; without, it only accompanies words. */
export function Icon({ name, label, className }: { name: IconName; label?: string; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      className={className ? `ico ${className}` : 'ico'}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <path d={iconPath(name)} />
    </svg>
  );
}

/** The strokes of a picture, in the notation of SVG. */
export function iconPath(name: IconName): string {
  return PATHS[name];
}
