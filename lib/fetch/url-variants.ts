/** Parameters that say how somebody came, not what they see. */
const TRACKING =
  /^(utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|mc_[ce]id|_ga|_gl|ref|ref_src|referrer|cmpid|campaign_?id|s_cid|ncid|ocid|smid|smtyp|xtor|wt_mc|wt_zmc|at_medium|at_campaign|share|shared|cid|feature|spm|sr_share|__twitter_impression|amp|outputtype)$/i;
const MOBILE_HOST = /^(?:www|m|mobile|amp|touch)\./;

/**
 * One form for all variants of a page's address: http and https, www, mobile and AMP hosts, tracking parameters, the
 * order of parameters, fragments and a slash at the end. For comparing only: it need not be an address that answers.
 * Throws TypeError for what is no URL.
 */
export function comparableUrl(address: string): string {
  const url = new URL(address);
  let host = url.hostname.replace(/\.$/, '');
  for (
    let next = host.replace(MOBILE_HOST, '');
    next !== host && next.includes('.');
    next = host.replace(MOBILE_HOST, '')
  ) {
    host = next;
  }
  const standardPort = url.port === '' || url.port === '80' || url.port === '443';
  const path = url.pathname
    .replace(/\/{2,}/g, '/')
    .replace(/\/(index|default)\.(html?|php|aspx?)$/i, '/')
    .replace(/\/amp\/?$|\.amp(?=\.html?$)|\.amp$/i, '')
    .replace(/\/+$/, '');
  const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
  kept.sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : 1));
  const query = new URLSearchParams(kept).toString();
  return `https://${host}${standardPort ? '' : `:${url.port}`}${path || '/'}${query ? `?${query}` : ''}`;
}
