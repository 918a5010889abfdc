import { problemResponse } from './problems.ts';

const STREAM = 'text/event-stream';
const encoder = new TextEncoder();

/** A Server-Sent Event; JSON has no line breaks of its own. */
const frame = (event: string, json: string) => encoder.encode(`event: ${event}\ndata: ${json}\n\n`);

type Plain = { status: number; body: unknown };

/**
 * Answers work that takes a while. To a client that asks for Server-Sent Events (`Accept: text/event-stream`) it is
 * told step by step: `step` with {step} as each begins, and at the end `answer` with what the body would have been,
 * or `problem` with problem details. To every other client, only the end, as ever.
 */
export async function stepwise<Step extends string>(
  headers: Headers,
  work: (tell: (step: Step) => void) => Promise<unknown>,
): Promise<Response | Plain> {
  if (!headers.get('accept')?.includes(STREAM)) return { status: 200, body: await work(() => undefined) };
  let told: Step | null = null;
  let isHeard = true;
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (bytes: Uint8Array) => {
        if (isHeard) controller.enqueue(bytes);
      };
      try {
        const answer = await work((step) => {
          if (step !== told) send(frame('step', JSON.stringify({ step })));
          told = step;
        });
        send(frame('answer', JSON.stringify(answer)));
      } catch (error) {
        send(frame('problem', await problemResponse(error).text()));
      }
      if (isHeard) controller.close();
    },
    cancel() {
      isHeard = false;
    },
  });
  return new Response(body, {
    // Compressed, or held back by a proxy, it would come at once.
    headers: {
      'content-type': `${STREAM}; charset=utf-8`,
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}
