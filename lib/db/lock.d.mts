export interface LockHolder {
  pid: number;
  what: string;
}

export interface Lock {
  release(): void;
  /** The last holder went without releasing it. */
  afterCrash: boolean;
}

export function holderOf(file: string): LockHolder | null;

export function acquireLock(
  file: string,
  what: string,
): { holder: LockHolder; lock: null } | { holder: null; lock: Lock };

export function exclusively<T>(
  file: string,
  what: string,
  work: () => Promise<T>,
  waiting?: (holder: LockHolder) => void,
): Promise<T>;
