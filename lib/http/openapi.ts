import { z } from 'zod';
import { PROBLEMS, type ProblemCode } from '#lib/errors/problem.ts';
import { operations } from './contract/all.ts';
import type { Operation } from './operation.ts';

/** Every request can meet these; what else it can meet stands in its operation. */
const ALWAYS: ProblemCode[] = ['bad-request', 'not-signed-in', 'banned', 'invalid', 'too-often', 'internal'];
/** And every write these. */
const WRITES: ProblemCode[] = ['not-allowed', 'foreign-origin', 'in-progress', 'key-reused'];
const WITH_BODY: ProblemCode[] = ['too-large', 'unsupported-media-type'];

const problem = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
    fields: z.record(z.string(), z.string()).optional(),
    retryAfter: z.number().int().optional(),
  })
  .meta({ id: 'Problem', description: 'Problem details (RFC 9457) with a stable code' });

type JsonSchema = Record<string, unknown>;

/** The contract as OpenAPI 3.1, made from the zod schemas that enforce it. */
export function openApi(url: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    const path = paths[operation.path] ?? {};
    path[operation.method.toLowerCase()] = describeOperation(operation);
    paths[operation.path] = path;
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Obelus',
      version: '1',
      description: 'Articles, claims, evidence and verdicts over HTTP.',
    },
    servers: [{ url }],
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'obelus-session' },
      },
    },
  };
}

function describeOperation(operation: Operation) {
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary,
    ...(operation.auth === 'user' ? { security: [{ token: [] }, { session: [] }] } : {}),
    parameters: [
      ...parameters('path', operation.params),
      ...parameters('query', operation.query),
      ...idempotency(operation),
    ],
    ...(operation.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: jsonSchema(operation.body, 'input') } },
          },
        }
      : {}),
    responses: { ...answers(operation), ...refusals(operation) },
  };
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    reused: 'inline',
  }) as JsonSchema;
  return inlined(rest);
}

/** Named schemas come as local definitions: put in their place, so that each answer can be validated alone. */
function inlined(schema: JsonSchema): JsonSchema {
  const definitions = (schema.$defs ?? {}) as Record<string, JsonSchema>;
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve);
    if (typeof value !== 'object' || value === null) return value;
    const { $ref, $defs, ...rest } = value as JsonSchema;
    const target = typeof $ref === 'string' ? definitions[$ref.replace('#/$defs/', '')] : undefined;
    const entries = Object.entries({ ...target, ...rest }).filter(
      ([key]) => key !== 'id' || target === undefined,
    );
    return Object.fromEntries(entries.map(([key, inner]) => [key, resolve(inner)]));
  };
  return resolve(schema) as JsonSchema;
}

function parameters(place: 'path' | 'query', schema: z.ZodObject | undefined) {
  if (!schema) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, inner]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: inner,
  }));
}

function idempotency(operation: Operation) {
  if (operation.method === 'GET') return [];
  const description = 'The request does its work once for this key; repeated, it gets the same answer';
  return [
    {
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      schema: { type: 'string', maxLength: 200 },
      description,
    },
  ];
}

function answers(operation: Operation) {
  return Object.fromEntries(
    Object.entries(operation.answers).map(
      ([status, { description, schema, contentType = 'application/json' }]) => [
        status,
        {
          description,
          ...(schema ? { content: { [contentType]: { schema: jsonSchema(schema, 'output') } } } : {}),
        },
      ],
    ),
  );
}

function refusals(operation: Operation) {
  const { method, body, problems = [] } = operation;
  const also = [...(method === 'GET' ? [] : WRITES), ...(body ? WITH_BODY : []), ...problems];
  const codes = [...new Set([...ALWAYS, ...also])];
  const byStatus = Map.groupBy(codes, (code) => PROBLEMS[code][0]);
  const schema = jsonSchema(problem, 'output');
  return Object.fromEntries(
    [...byStatus].map(([status, those]) => [
      String(status),
      { description: those.join(', '), content: { 'application/problem+json': { schema } } },
    ]),
  );
}
