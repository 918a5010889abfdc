/** One line of a pasted text that is not blank, and whether a blank line stands before it. */
export interface Line {
  text: string;
  afterBlank: boolean;
}

/** Longer lines are prose: nobody's button, name or heading. */
export const PROSE = 160;

/** The lines of a text without the blank ones and without white space at their ends. O(length). */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let afterBlank = true;
  for (const raw of text
    .replace(/\r\n?|[\u2028\u0085\v\f]/g, '\n')
    .replaceAll('\u2029', '\n\n')
    .split('\n')) {
    const line = raw.replace(/[\u200B\uFEFF]/g, '').trim();
    if (line) lines.push({ text: line, afterBlank });
    afterBlank = !line;
  }
  return lines;
}

/** The lines as text again, blank lines where they were. */
export function joinLines(lines: readonly Line[]): string {
  return lines
    .map(({ text, afterBlank }, index) => (index === 0 ? text : `${afterBlank ? '\n\n' : '\n'}${text}`))
    .join('');
}

/** Whether a line ends as a sentence does. */
export function endsSentence(line: string): boolean {
  return /[.!?…。！？؟।][\p{Pf}\p{Pe}"'’”»]*(?:\[\d+\])*$/u.test(line);
}
