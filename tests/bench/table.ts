import { type Figure, type Goal, reaches } from './figure.ts';

/** What one bench found, or why it found nothing. */
export interface Result {
  bench: string;
  figures: Figure[];
  failure?: string;
}

type Line = [bench: string, name: string, value: string, goal: string, verdict: string];

/** Whether every goal of all was reached. */
export function isGood({ figures, failure }: Result): boolean {
  return failure === undefined && figures.every(reaches);
}

/** All figures as one table of text: each with its goal, and whether it was reached. */
export function table(results: readonly Result[]): string {
  const head: Line = ['bench', 'figure', 'value', 'goal', ''];
  const lines = results.flatMap(linesOf);
  const widths = head.map((_, at) => Math.max(...[head, ...lines].map((line) => (line[at] ?? '').length)));
  const draw = (line: Line) =>
    line
      // Numbers stand under each other by their ends.
      .map((cell, at) => (at === 2 ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('──');
  return [draw(head), rule, ...lines.map(draw)].join('\n');
}

function linesOf(result: Result): Line[] {
  const { bench, figures, failure } = result;
  const lines = figures.map((one): Line => {
    const verdict = one.goal ? (reaches(one) ? 'pass' : 'FAIL') : '';
    return [bench, one.name, shown(one.value, one.unit), goalOf(one.goal, one.unit), verdict];
  });
  return failure === undefined ? lines : [...lines, [bench, `ended early: ${failure}`, '', '', 'FAIL']];
}

function goalOf(goal: Goal | undefined, unit: string): string {
  const { atMost, atLeast } = goal ?? {};
  const parts = [
    atLeast === undefined ? null : `≥ ${shown(atLeast, unit)}`,
    atMost === undefined ? null : `≤ ${shown(atMost, unit)}`,
  ];
  return parts.filter(Boolean).join(', ');
}

/** Three digits that count are enough, and more would pretend. */
function shown(value: number, unit: string): string {
  const rounded =
    Math.abs(value) >= 100 || Number.isInteger(value)
      ? Math.round(value).toLocaleString('en')
      : Number(value.toPrecision(3)).toLocaleString('en', { maximumFractionDigits: 4 });
  return unit ? `${rounded} ${unit}` : rounded;
}
