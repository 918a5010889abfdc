/** An image stands under its address as good as for ever; what an admin takes back is gone everywhere after a day. */
const KEPT_FOR = 86_400;

/**
 * Somebody else's bytes under our own address: whatever a browser is brought to take them for, nothing in them runs, and
 * nobody else's page shows them. (`nosniff` is on every answer of the server.)
 */
export function imageAnswer({ bytes, type }: { bytes: Uint8Array; type: string }): Response {
  return new Response(Buffer.from(bytes), {
    headers: {
      'content-type': type,
      'content-disposition': 'inline',
      'cache-control': `public, max-age=${KEPT_FOR}`,
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    },
  });
}
