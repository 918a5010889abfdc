import autocannon from 'autocannon';
import { percentile } from './statistics.ts';

/** What a bounded load found; times in milliseconds. */
export interface Load {
  perSecond: number;
  p50: number;
  p95: number;
}

export interface LoadRequest {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

interface LoadOptions {
  url: string;
  connections: number;
  seconds: number;
  /** Each connection sends them one after another, from the beginning again. */
  requests: LoadRequest[];
}

/** Sends requests for some seconds, as fast as they are answered. Throws when one was answered by anything but 2xx. */
export function load({ seconds, requests, ...options }: LoadOptions): Promise<Load> {
  const times: number[] = [];
  const encoded = requests.map((one) => ({ ...one, path: encodeURI(one.path) }));
  return new Promise((resolve, reject) => {
    const running = autocannon(
      { ...options, requests: encoded, duration: seconds, timeout: 10 },
      (error, result) => {
        if (error) return reject(error);
        const bad = result.non2xx + result.errors;
        if (bad > 0) {
          const codes = JSON.stringify(result.statusCodeStats);
          return reject(new Error(`${bad} requests were not answered as they should be: ${codes}`));
        }
        if (times.length === 0) return reject(new Error('nothing was answered'));
        resolve({
          perSecond: result.requests.total / result.duration,
          p50: percentile(times, 0.5),
          p95: percentile(times, 0.95),
        });
      },
    );
    running.on('response', (_client: unknown, _status: number, _bytes: number, time: number) =>
      times.push(time),
    );
  });
}

/** The times of requests one after another, each from sending it to its last byte, in milliseconds. */
export async function timesOf(count: number, send: (n: number) => Promise<Response>): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const begun = performance.now();
    const response = await send(n);
    await response.arrayBuffer();
    times.push(performance.now() - begun);
    if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  }
  return times;
}
