import { Problem } from '#lib/errors/problem.ts';

/** Why an address is not one that is fetched. */
type BadUrlReason = 'not-a-url' | 'scheme' | 'credentials' | 'port' | 'blocked-address';

/** Why a page could not be had; `http-…` carries the status. */
type FetchFailure =
  | 'timeout'
  | 'too-large'
  | 'not-html'
  | 'dns'
  | 'tls'
  | 'redirects'
  | 'refused'
  | 'broken'
  | `http-${number}`;

export function badUrl(reason: BadUrlReason, detail: string): Problem {
  return new Problem('bad-url', detail, { reason });
}

export function fetchFailed(reason: FetchFailure, detail: string, cause?: unknown): Problem {
  return new Problem('fetch-failed', detail, { reason, cause });
}

const DNS = /^(ENOTFOUND|EAI_\w+|ENODATA|ESERVFAIL|EREFUSED)$/;
const TLS =
  /^(ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH|EPROTO|CRL_|INVALID_)/;
const UNREACHED =
  /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EACCES|EPERM|ETIMEDOUT|ECONNRESET|EPIPE|ENETDOWN)$/;

/** Why no answer came from `host`, in words for the person who gave the address. */
export function connectionProblem(error: unknown, host: string): Problem {
  const code = String((error as NodeJS.ErrnoException | null)?.code ?? '');
  if (code === 'OBELUS_BLOCKED_ADDRESS') return blockedAddress(host);
  if (DNS.test(code))
    return fetchFailed('dns', `There is no host ${host}, or its name cannot be looked up now.`, error);
  if (TLS.test(code)) {
    return fetchFailed(
      'tls',
      `No secure connection to ${host}: its certificate or its encryption is not valid.`,
      error,
    );
  }
  if (UNREACHED.test(code))
    return fetchFailed('refused', `${host} does not answer or closed the connection.`, error);
  return brokenAnswer(host, error);
}

export function brokenAnswer(host: string, cause: unknown): Problem {
  return fetchFailed('broken', `The answer of ${host} is incomplete or cannot be read.`, cause);
}

export function blockedAddress(host: string): Problem {
  return badUrl(
    'blocked-address',
    `${host} is in a private or reserved network, and nothing is fetched from there.`,
  );
}
