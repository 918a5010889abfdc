import githubModule from 'next-auth/providers/github';
import googleModule from 'next-auth/providers/google';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { type Env, env } from '#lib/env/env.ts';
import { defaultOf } from './interop.ts';

/** What we take from a provider's description of somebody; `email_verified` is theirs to say. */
export interface ProviderClaims {
  sub?: string;
  id?: string | number;
  name?: string | null;
  login?: string;
  preferred_username?: string;
  email?: string | null;
  email_verified?: boolean;
}

/** Those that are configured, as the sign-in page lists them. */
export function listProviders(): { id: string; name: string }[] {
  const { github, google, oidc } = env();
  return [
    ...(github ? [{ id: 'github', name: 'GitHub' }] : []),
    ...(google ? [{ id: 'google', name: 'Google' }] : []),
    ...(oidc ? [{ id: 'oidc', name: oidc.name }] : []),
  ];
}

export function oauthProviders() {
  const { github, google, oidc } = env();
  return [
    ...(github ? [gitHub(github)] : []),
    ...(google ? [googleProvider(google)] : []),
    ...(oidc ? [openId(oidc)] : []),
  ];
}

type Keys = { id: string; secret: string };

function googleProvider({ id, secret }: Keys) {
  return defaultOf(googleModule)({ clientId: id, clientSecret: secret, checks: ['pkce', 'state', 'nonce'] });
}

/** The address on GitHub's public profile need not be the account's: the primary one is taken, with its state. */
function gitHub({ id, secret }: Keys) {
  return defaultOf(githubModule)({
    clientId: id,
    clientSecret: secret,
    checks: ['pkce', 'state'],
    userinfo: {
      url: 'https://api.github.com/user',
      async request({ client, tokens }) {
        const token = tokens.access_token ?? '';
        const profile = await client.userinfo(token);
        const answer = await fetch('https://api.github.com/user/emails', {
          headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
          signal: AbortSignal.timeout(10_000),
        });
        return { ...profile, ...primaryAddress(answer.ok ? await answer.json() : []) };
      },
    },
  });
}

/** Of GitHub's list of somebody's addresses. */
export function primaryAddress(list: unknown): { email?: string; email_verified: boolean } {
  const entries: unknown[] = Array.isArray(list) ? list : [];
  const primary = entries.find(
    (entry): entry is { email: string; verified: unknown } =>
      typeof entry === 'object' &&
      entry !== null &&
      (entry as { primary?: unknown }).primary === true &&
      typeof (entry as { email?: unknown }).email === 'string',
  );
  return primary
    ? { email: primary.email, email_verified: primary.verified === true }
    : { email: undefined, email_verified: false };
}

function openId({
  issuer,
  clientId,
  clientSecret,
  name,
}: NonNullable<Env['oidc']>): OAuthConfig<ProviderClaims> {
  return {
    id: 'oidc',
    name,
    type: 'oauth',
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    clientId,
    clientSecret,
    userinfo: {
      // Some put the address into the token, some only into what the userinfo endpoint answers.
      async request({ client, tokens }) {
        const claims = claimsOf(tokens);
        if (claims.email || !client.issuer.metadata.userinfo_endpoint) return claims;
        return { ...(await client.userinfo(tokens.access_token ?? '')), ...claims };
      },
    },
    profile: (claims) => ({
      id: String(claims.sub),
      name: claims.name ?? claims.preferred_username ?? null,
      email: claims.email ?? null,
    }),
  };
}

function claimsOf(tokens: object): Record<string, unknown> & { sub: string; email?: string } {
  // next-auth hands over openid-client's TokenSet, whose signature and nonce were checked, under a narrower type.
  return (tokens as { claims(): { sub: string; email?: string } }).claims();
}
