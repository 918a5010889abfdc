import type { Line } from './pdf-line.ts';

export interface PageLines {
  lines: Line[];
  width: number;
  height: number;
}

/** Lines from the edge that may be running heads. */
const EDGE_LINES = 3;
/** In which part of the page, from above and from below, they stand. */
const EDGE = 0.14;
/** On so many pages a line has to stand in the same place. */
const PAGES_MIN = 3;
const SHARE = 0.4;
const PAGE_NUMBER =
  /^(?:[-–—·|\s]*(?:(?:page|seite|p\.|s\.|página|pagina)\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|von|de|di|sur|\/|\|)\s*\d{1,4})?[-–—·|\s]*)$/i;

function edgesOf({ lines, height }: PageLines): Line[] {
  const byHeight = lines.toSorted((a, b) => a.y - b.y);
  return [
    ...byHeight.slice(0, EDGE_LINES).filter(({ y }) => y < height * EDGE),
    ...byHeight.slice(-EDGE_LINES).filter(({ y }) => y > height * (1 - EDGE)),
  ];
}

/** What a line is across pages: its words without numbers, and its height on the page. Left and right pages differ. */
const nameOf = ({ text, y }: Line) => `${Math.round(y / 4)} ${text.toLowerCase().replace(/\d+/g, '#')}`;

/** The lines that stand at the edge of page after page, and the numbers of pages. O(lines). */
export function marginLines(pages: readonly PageLines[]): Set<Line> {
  const found = new Set<Line>();
  const named = new Map<string, Line[]>();
  for (const page of pages) {
    for (const line of edgesOf(page)) {
      if (PAGE_NUMBER.test(line.text)) found.add(line);
      const name = nameOf(line);
      named.set(name, [...(named.get(name) ?? []), line]);
    }
  }
  // Left and right pages take turns.
  const least = Math.max(PAGES_MIN, (pages.length * SHARE) / 2);
  for (const lines of named.values()) if (lines.length >= least) for (const line of lines) found.add(line);
  return found;
}
