import type { Figure } from './figure.ts';
import type { Ground } from './ground.ts';

/** Says what it is doing, while it does it. */
export type Tell = (line: string) => void;

/** Something that is measured; one a file, named in registry.ts. */
export type Bench = (ground: Ground, tell: Tell) => Promise<Figure[]>;
