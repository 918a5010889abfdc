import { handleAuth } from '#lib/http/auth/handler.ts';

async function handle(request: Request, { params }: { params: Promise<{ nextauth: string[] }> }) {
  return handleAuth(request, (await params).nextauth);
}

export { handle as GET, handle as POST };
