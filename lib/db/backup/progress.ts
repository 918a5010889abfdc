/** Says a line to whoever waits. */
export type Tell = (line: string) => void;

const INTERVAL = 5_000;

/** Says every few seconds how far work is that takes long. */
export async function telling<T>(tell: Tell, howFar: () => string, work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => tell(howFar()), INTERVAL);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

export const inWords = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

export const megabytes = (bytes: number) =>
  `${(bytes / 1e6).toLocaleString('en', { maximumFractionDigits: 1 })} MB`;
