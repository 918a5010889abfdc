// The part of autocannon that is used here; it comes without types.
declare module 'autocannon' {
  import type { EventEmitter } from 'node:events';

  interface Options {
    url: string;
    connections: number;
    /** Seconds. */
    duration: number;
    timeout?: number;
    requests?: object[];
  }
  interface Result {
    requests: { total: number };
    /** Seconds that it took. */
    duration: number;
    non2xx: number;
    errors: number;
    statusCodeStats: Record<string, { count: number }>;
  }
  export default function autocannon(
    options: Options,
    done: (error: Error | null, result: Result) => void,
  ): EventEmitter;
}
