import { initials } from './initials.ts';

/** Drawn by the style sheet: as text the initials would be part of the name of whatever they stand in. */
export function Avatar({ name, small = false }: { name: string; small?: boolean }) {
  return (
    <span className={small ? 'avatar small' : 'avatar'} data-initials={initials(name)} aria-hidden="true" />
  );
}
