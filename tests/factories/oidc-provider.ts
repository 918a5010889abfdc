import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** Somebody as the provider knows them. */
export interface Identity {
  sub: string;
  email?: string;
  email_verified?: boolean;
  name?: string;
  preferred_username?: string;
}

interface Grant {
  identity: Identity;
  nonce: string | null;
  challenge: string | null;
  redirectUri: string;
}

/**
 * An OpenID Connect provider on loopback that knows one client, asks nobody anything and signs in whom it was told.
 * It is strict where a real one is: redirect address, client secret, PKCE and one use of a code.
 */
export class OidcProvider {
  readonly clientId = 'obelus';
  readonly clientSecret = 'a secret of the client';
  issuer = '';
  /** Who is "at the keyboard"; null cancels. */
  identity: Identity | null = null;
  /** The address stands in the id token, or only in what the userinfo endpoint says. */
  claimsIn: 'token' | 'userinfo' = 'token';
  /** To pretend to have asked something else. */
  forgeNonce = false;

  private readonly grants = new Map<string, Grant>();
  private readonly access = new Map<string, Identity>();
  private keys: Awaited<ReturnType<typeof generateKeyPair>> | null = null;
  private readonly server = createServer((request, response) => void this.answer(request, response));

  async start(): Promise<this> {
    this.keys = await generateKeyPair('RS256');
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.issuer = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.issuer);
    if (url.pathname === '/.well-known/openid-configuration')
      return json(response, 200, this.configuration());
    if (url.pathname === '/jwks')
      return json(response, 200, {
        keys: [{ ...(await exportJWK(this.pair().publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }],
      });
    if (url.pathname === '/authorize') return this.authorize(url.searchParams, response);
    if (url.pathname === '/token') return this.token(request, response);
    if (url.pathname === '/userinfo') {
      const identity = this.access.get((request.headers.authorization ?? '').replace('Bearer ', ''));
      return identity ? json(response, 200, identity) : json(response, 401, { error: 'invalid_token' });
    }
    json(response, 404, {});
  }

  private configuration() {
    return {
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}/authorize`,
      token_endpoint: `${this.issuer}/token`,
      userinfo_endpoint: `${this.issuer}/userinfo`,
      jwks_uri: `${this.issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    };
  }

  private authorize(query: URLSearchParams, response: ServerResponse): void {
    const back = new URL(query.get('redirect_uri') ?? '');
    back.searchParams.set('state', query.get('state') ?? '');
    if (query.get('client_id') !== this.clientId) {
      json(response, 400, { error: 'unauthorized_client' });
      return;
    }
    if (this.identity) {
      const code = randomBytes(16).toString('hex');
      this.grants.set(code, {
        identity: this.identity,
        nonce: query.get('nonce'),
        challenge: query.get('code_challenge'),
        redirectUri: query.get('redirect_uri') ?? '',
      });
      back.searchParams.set('code', code);
    } else back.searchParams.set('error', 'access_denied');
    response.writeHead(302, { location: back.toString() }).end();
  }

  private async token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await bodyOf(request));
    const grant = this.grants.get(form.get('code') ?? '');
    this.grants.delete(form.get('code') ?? '');
    const basic = Buffer.from(
      (request.headers.authorization ?? '').replace('Basic ', ''),
      'base64',
    ).toString();
    const [id = '', secret = ''] = basic
      .split(':')
      .map((part) => decodeURIComponent(part.replaceAll('+', ' ')));
    const verifier = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const fine =
      grant &&
      id === this.clientId &&
      secret === this.clientSecret &&
      form.get('redirect_uri') === grant.redirectUri &&
      verifier === grant.challenge;
    if (!fine) return json(response, 400, { error: 'invalid_grant' });
    const accessToken = randomBytes(16).toString('hex');
    this.access.set(accessToken, grant.identity);
    const { sub, ...rest } = grant.identity;
    const claims = {
      ...(this.claimsIn === 'token' ? rest : {}),
      nonce: this.forgeNonce ? 'another' : grant.nonce,
    };
    const idToken = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .setSubject(sub)
      .setIssuer(this.issuer)
      .setAudience(this.clientId)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(this.pair().privateKey);
    json(response, 200, {
      access_token: accessToken,
      id_token: idToken,
      token_type: 'Bearer',
      expires_in: 300,
    });
  }

  private pair() {
    if (!this.keys) throw new Error('the provider was not started');
    return this.keys;
  }
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
