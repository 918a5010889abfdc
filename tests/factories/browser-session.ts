import { expect } from 'vitest';
import { handleAuth } from '#lib/http/auth/handler.ts';

/** What a browser keeps and does about signing in, without the browser: it holds cookies and posts forms. */
export class BrowserSession {
  private readonly jar = new Map<string, string>();

  get cookie(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  get secret(): string | undefined {
    return this.jar.get('obelus-session');
  }

  /** Takes over the cookies that an answer sets. */
  keep(response: { headers: Headers }): void {
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0\b/i.test(line)) this.jar.delete(name);
      else this.jar.set(name, value);
    }
  }

  async get(path: string): Promise<Response> {
    return this.send(new Request(new URL(path, 'http://localhost:3000'), { headers: this.headers() }));
  }

  async post(path: string, body: Record<string, string>): Promise<Response> {
    const headers = {
      ...this.headers(),
      'content-type': 'application/json',
      origin: 'http://localhost:3000',
    };
    const url = new URL(path, 'http://localhost:3000');
    return this.send(
      new Request(url, { method: 'POST', headers, body: JSON.stringify({ ...body, json: 'true' }) }),
    );
  }

  async csrfToken(): Promise<string> {
    const response = await this.get('/api/auth/csrf');
    expect(response.status).toBe(200);
    return (await response.json()).csrfToken;
  }

  async signIn(provider: string, given: Record<string, string>): Promise<Response> {
    return this.post(`/api/auth/callback/${provider}`, { ...given, csrfToken: await this.csrfToken() });
  }

  async signOut(): Promise<Response> {
    return this.post('/api/auth/signout', { csrfToken: await this.csrfToken() });
  }

  private headers() {
    return { host: 'localhost:3000', cookie: this.cookie, 'x-obelus-address': this.address };
  }

  private async send(request: Request): Promise<Response> {
    const [, , , ...rest] = new URL(request.url).pathname.split('/');
    const response = await handleAuth(request, rest);
    this.keep(response);
    return response;
  }

  readonly address: string;

  constructor(address = '192.0.2.7') {
    this.address = address;
  }
}
