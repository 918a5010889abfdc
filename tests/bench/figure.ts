/** What must hold of a figure. Both ends count as reached. */
export interface Goal {
  atMost?: number;
  atLeast?: number;
}

/** One line of the table. */
export interface Figure {
  /** What was measured, on what. */
  name: string;
  value: number;
  /** `ms`, `/s`, `kB`, `×`; empty for a plain number. */
  unit: string;
  /** Without one the figure is there to be read. */
  goal?: Goal;
}

/** A figure; `goal` says what must hold of it. */
export function figure(name: string, value: number, unit: string, goal?: Goal): Figure {
  return goal ? { name, value, unit, goal } : { name, value, unit };
}

/** How many times as much the second is as the first: what growth is judged by. */
export function ratio(name: string, first: number, second: number, goal?: Goal): Figure {
  return figure(name, second / first, '×', goal);
}

/** A figure that is no number reaches nothing. */
export function reaches({ value, goal }: Figure): boolean {
  if (!goal) return true;
  return Number.isFinite(value) && value <= (goal.atMost ?? Infinity) && value >= (goal.atLeast ?? -Infinity);
}
