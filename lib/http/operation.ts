import type { z } from 'zod';
import type { ProblemCode } from '#lib/errors/problem.ts';
import type { LimitName } from './limits.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One request of the HTTP contract: `route()` enforces it, `/api/openapi.json` describes it. */
export interface Operation {
  /** Name in camel case, unique: openapi's operationId. */
  id: string;
  method: Method;
  /** With parameters in braces, as in `/api/articles/{id}`. */
  path: string;
  summary: string;
  tag: string;
  /** `user`: a session or a token is needed. `anyone`: it is used when there is one. */
  auth: 'anyone' | 'user';
  limit?: LimitName;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** No body at all means `{}`. */
  bodyMayBeMissing?: boolean;
  /** A secret stands in the body or in the answer: neither is kept for an Idempotency-Key, which is ignored. */
  secret?: boolean;
  /** Bytes of the body at most. */
  maxBytes?: number;
  /** Status → what is in the answer; null for an empty one. */
  answers: Record<number, { description: string; schema: z.ZodType | null; contentType?: string }>;
  problems?: readonly ProblemCode[];
}

/** Keeps the literal types of an operation for `route()`. */
export function operation<const O extends Operation>(definition: O): O {
  return definition;
}
