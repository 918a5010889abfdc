/** Parameters that say how somebody came, not what they see. */
const TRACKING =
  /^(utm_\w+|fbclid|gclid|gclsrc|gad_\w+|dclid|gbraid|wbraid|msclkid|yclid|ttclid|twclid|li_fat_id|igshid|igsh|mibextid|mc_[ce]id|mkt_tok|srsltid|wprov|_hsenc|_hsmi|__hs\w+|_ga|_gl|__s|ref_src|ref_url|referrer|cmp|cmpid|campaign_?id|s_cid|ncid|ocid|smid|smtyp|srnd|taid|lead_?source|traffic_source|xtor|wt_mc|wt_zmc|(?:pk|mtm|piwik|matomo)_(?:campaign|cid|content|group|keyword|kwd|medium|placement|source)|emci|emdi|ceid|oly_(?:enc|anon)_id|vero_(?:id|conv)|at_(?:medium|campaign|custom\w*|link\w*|format|ptr_name)|spm|sr_share|__twitter_impression|amp|amp_(?:js_v|gsa|r|lite|ct|tf|latest_update_time)|usqp|aoh|outputtype|ftag|icid|ito|guccounter|guce_\w+)$/i;
/** The same where their value says so: under these names pages also keep which page is meant. */
const OFTEN_TRACKING = /^(ref|cid|share|shared|feature|source|src|via)$/i;
const WAYS =
  /^(?:home(?:page)?|hp|front(?:page)?|startseite|nav(?:bar|igation)?|menu|rss|feed|atom|twitter|tw|x|t\.co|facebook|fb|instagram|ig|linkedin|reddit|whats?app|wa|telegram|tg|bluesky|bsky|mastodon|threads|youtube|youtu\.be|tiktok|pinterest|e?-?mail|newsletter|nl|push|social|share[ds]?|sharing|copy|copylink|link|button|related|recommended|sidebar|footer|header|teaser|google(?:news)?|bing|apple-?news|flipboard|pocket|smartnews|app|ios|android|mobile|desktop|web|amp|emb|embed|in-?article|inline|article)(?:[_.-][\w.-]*)?$/i;
/** Names whose values alone tell. */
const BY_VALUE: readonly [name: RegExp, values: RegExp][] = [
  // Forums call their pages by it.
  [/^mod$/i, /^(?!(?:view\w*|space|forum\w*|post|redirect|page|thread|list|show|index|news|\d+)$)/i],
  [/^(?:partner|emc)$/i, /^(?:rss|emc|edit_\w+|eta\d+|feed)$/i],
  [/^(?:print|printable|print_?view|rss)$/i, /^(?:1|true|yes|y|on|)$/i],
  [/^(?:view|format|output)$/i, /^(?:print|amp)$/i],
];
const MOBILE_HOST = /^(?:www\d?|m|mobile|amp|touch)\./;
/** `en.m.wikipedia.org`: the mark of the mobile site stands second. */
const MOBILE_LABEL = /^([a-z-]{2,3})\.m\./;
/** Where caches of AMP pages show somebody else's page: its address stands in theirs. */
const AMP_CACHES: readonly [host: RegExp, path: RegExp][] = [
  [/^[\w-]+\.cdn\.ampproject\.org$/, /^\/(?:[a-z]\/)?[acirv]\/(s\/)?([^/]+\.[^/]+)(\/.*)?$/],
  [/^(?:www\.)?google\.[a-z.]{2,6}$/, /^\/amp\/(s\/)?([^/]+\.[^/]+)(\/.*)?$/],
];

/** The address of the page that a cache of AMP pages shows; every other address as it is. */
export function uncachedUrl(url: URL): URL {
  for (const [host, path] of AMP_CACHES) {
    const [, secure, origin, rest = '/'] = host.test(url.hostname) ? (path.exec(url.pathname) ?? []) : [];
    const original = origin && `${secure ? 'https' : 'http'}://${origin}${rest}${url.search}`;
    if (original && URL.canParse(original)) return new URL(original);
  }
  return url;
}

export function isTracking(name: string, value: string): boolean {
  return (
    TRACKING.test(name) ||
    (OFTEN_TRACKING.test(name) && WAYS.test(value)) ||
    BY_VALUE.some(([names, values]) => names.test(name) && values.test(value))
  );
}

/** A host without the marks of its mobile and AMP variants, in lower case. */
export function comparableHost(hostname: string): string {
  let host = hostname.toLowerCase().replace(/\.$/, '').replace(MOBILE_LABEL, '$1.');
  for (
    let next = host.replace(MOBILE_HOST, '');
    next !== host && next.includes('.');
    next = host.replace(MOBILE_HOST, '')
  ) {
    host = next;
  }
  return host;
}

/** One spelling of what may be written in several: `%7E` is `~`, `%c3` is `%C3`. */
function evenEscapes(part: string): string {
  return part.replace(/%[0-9a-f]{2}/gi, (byte) => {
    const character = String.fromCharCode(Number.parseInt(byte.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : byte.toUpperCase();
  });
}

/** `/2026/03/a-ferry-sails/amp`; of `/guitar/amp` the page itself has to say what it is a variant of. */
const AMP_OF_ARTICLE = /^(.*(?:\d{2}|[^/]-[^/]*-).*)\/amp$/i;

/** A page that a script draws names what it shows behind `#!`; every other fragment is a place on the page. */
export function placeInApp({ hash }: URL): string {
  return /^#!.*\w/.test(hash) ? hash : '';
}

/**
 * One form for all variants of a page's address: http and https, www, mobile and AMP hosts, caches of AMP pages,
 * tracking parameters, the order of parameters, places on the page, index files and a slash at the end. For comparing only: it
 * need not be an address that answers. Throws TypeError for what is no URL.
 */
export function comparableUrl(address: string): string {
  const url = uncachedUrl(new URL(address));
  const standardPort = url.port === '' || url.port === '80' || url.port === '443';
  const path = evenEscapes(url.pathname)
    .replace(/\/{2,}/g, '/')
    .replace(/\/(index|default)\.(html?|php|aspx?)$/i, '/')
    .replace(/^\/amp(?=\/.)|\/amp(?=\.html?$)|[.-]amp(?=\.html?$)|\.amp$/i, '')
    .replace(/\/+$/, '')
    .replace(AMP_OF_ARTICLE, '$1');
  const kept = [...url.searchParams].filter(([name, value]) => !isTracking(name, value));
  kept.sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : 1));
  const query = new URLSearchParams(kept).toString();
  const host = comparableHost(url.hostname);
  const port = standardPort ? '' : `:${url.port}`;
  return `https://${host}${port}${path || '/'}${query ? `?${query}` : ''}${placeInApp(url)}`;
}

/** Whether two hosts are one site's: the same but for mobile marks, or one below the other. */
export function isSameSite(one: string, other: string): boolean {
  const [a, b] = [comparableHost(one), comparableHost(other)];
  return a === b || (b.includes('.') && a.endsWith(`.${b}`)) || (a.includes('.') && b.endsWith(`.${a}`));
}
