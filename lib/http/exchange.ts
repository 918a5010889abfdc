/**
 * What the door needs of a request: a `Request`, or what our own server makes of an incoming one without building the
 * streams of the web around it, which costs more than many an answer.
 */
export interface Incoming extends Pick<Request, 'method' | 'url' | 'headers'> {
  body: AsyncIterable<Uint8Array> | null;
}

/** An answer before it is a `Response`: its whole body as text. */
export interface PlainAnswer {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** Null for an empty one. */
  text: string | null;
}

export function toResponse({ status, headers, text }: PlainAnswer): Response {
  return new Response(text, { status, headers });
}
