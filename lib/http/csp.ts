interface PolicyOptions {
  /** Fresh for every response; base64. None on a page that is kept, whose scripts come from our own address. */
  nonce?: string;
  /** Of the inline scripts of a page that is kept, as the policy names them. */
  hashes?: readonly string[];
  /** `next dev` evaluates strings, writes style elements and keeps a socket open. */
  dev?: boolean;
  /** Origins that a form's answer may lead to: the sign-in providers. */
  formTargets?: readonly string[];
}

/**
 * The Content-Security-Policy of every page: nothing from elsewhere, no inline script without the nonce or its hash, no
 * style attribute, no frame around us. Scripts that a script with the nonce loads are trusted ('strict-dynamic').
 */
export function contentSecurityPolicy({
  nonce,
  hashes = [],
  dev = false,
  formTargets = [],
}: PolicyOptions): string {
  const fresh = nonce === undefined ? [] : [`'nonce-${nonce}'`];
  const directives: Record<string, readonly string[]> = {
    'default-src': ["'self'"],
    'script-src': [
      "'self'",
      ...fresh,
      ...(nonce === undefined ? hashes : ["'strict-dynamic'"]),
      ...(dev ? ["'unsafe-eval'"] : []),
    ],
    // A nonce would make browsers ignore 'unsafe-inline'.
    'style-src': ["'self'", ...(dev ? ["'unsafe-inline'"] : fresh)],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...(dev ? ['ws:'] : [])],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'", ...formTargets],
    'frame-ancestors': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}
