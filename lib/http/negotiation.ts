interface Wanted {
  type: string;
  /** From 0 (never) to 1. */
  weight: number;
  /** A type is preferred to what it is an example of. */
  precision: number;
}

/**
 * Of what there is (media types without parameters), what an Accept header likes most; null when it takes none of it.
 * Where it does not care, what comes first. Without a header, everything is taken.
 */
export function preferred<T extends string>(
  accept: string | null | undefined,
  offered: readonly T[],
): T | null {
  if (!accept?.trim()) return offered[0] ?? null;
  const wanted = splitOutsideQuotes(accept).map(readRange);
  let best: { type: T; weight: number } | null = null;
  for (const type of offered) {
    const weight = weightOf(type, wanted);
    if (weight > (best?.weight ?? 0)) best = { type, weight };
  }
  return best?.type ?? null;
}

function weightOf(type: string, wanted: readonly Wanted[]): number {
  const fitting = wanted.filter(
    (range) => range.type === type || range.type === '*/*' || range.type === `${type.split('/')[0]}/*`,
  );
  const most = Math.max(...fitting.map(({ precision }) => precision));
  // Two with different parameters (profiles of JSON-LD): the dearer one.
  return Math.max(0, ...fitting.filter(({ precision }) => precision === most).map(({ weight }) => weight));
}

function readRange(text: string): Wanted {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const q = parameters.find((part) => part.startsWith('q='))?.slice(2);
  const weight = q === undefined ? 1 : Number(q);
  const precision = type === '*/*' ? 0 : type.endsWith('/*') ? 1 : 2;
  return { type, weight: weight >= 0 && weight <= 1 ? weight : 0, precision };
}

/** At commas; a profile in quotation marks may hold some. */
const splitOutsideQuotes = (header: string) => header.match(/(?:[^,"]|"[^"]*")+/g) ?? [];
