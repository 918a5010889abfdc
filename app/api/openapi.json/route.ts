import { env } from '#lib/env/env.ts';
import { openApi } from '#lib/http/openapi.ts';

let made: string | undefined;

export function GET() {
  made ??= JSON.stringify(openApi(env().url));
  return new Response(made, {
    headers: { 'content-type': 'application/json', 'cache-control': 'public, max-age=300' },
  });
}

export const dynamic = 'force-dynamic';
