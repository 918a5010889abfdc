/** What came at the end of an answer that was told step by step. */
type StepwiseEnd = { answer: unknown } | { problem: Record<string, unknown> } | null;

/** The events of a stream, as the browser's own reader of them would tell; that one cannot post. */
async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<[name: string, data: unknown]> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let buffer = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    buffer += decoder.decode(value, { stream: true });
    const frames = buffer.split('\n\n');
    buffer = frames.pop() ?? '';
    for (const frame of frames) {
      const [, name = '', data = ''] = /^event: (.*)\ndata: (.*)$/.exec(frame) ?? [];
      if (name) yield [name, JSON.parse(data)];
    }
  }
}

/** Reads an answer that is told step by step (lib/http/step-stream.ts); null when it breaks off. */
export async function readSteps(
  body: ReadableStream<Uint8Array>,
  onStep: (step: string) => void,
): Promise<StepwiseEnd> {
  for await (const [name, data] of eventsOf(body)) {
    if (name === 'step') onStep((data as { step: string }).step);
    if (name === 'answer') return { answer: data };
    if (name === 'problem') return { problem: data as Record<string, unknown> };
  }
  return null;
}
