/** What a source puts in the place of an article that it took back or found to be wrong. */
export type SourceNotice = 'withdrawn' | 'correction';

/** Longer texts are articles, whatever they speak of. */
const SHORT = 1_500;

const THING_EN =
  '(?:article|story|report|post|piece|column|interview|essay|review|page|text|item|op-ed|video)';
const THING_DE =
  '(?:artikel|beitrag|text|bericht|meldung|geschichte|interview|kolumne|kommentar|stück|inhalt|seite|gastbeitrag)';
const WITHDRAWN = [
  `\\b${THING_EN}s?\\b[^.!?]{0,80}\\b(?:(?:has|have) been|was|were|is|are|being)\\s+(?:\\w+ly\\s+)?(?:withdrawn|retracted|removed|taken (?:down|offline)|deleted|unpublished|pulled|depublished|no longer available)\\b`,
  `\\b(?:we|editors?|publishers?|newspaper|magazine|authors?)\\b[^.!?]{0,40}\\b(?:withdr(?:ew|awn)|retract(?:ed)?|removed|took down|taken down|unpublished|pulled)\\s+(?:this|the|that|our|an?)\\s+(?:\\w+\\s+){0,2}${THING_EN}\\b`,
  '^\\s*(?:retraction|withdrawn|retracted|removed|article (?:withdrawn|retracted|removed))\\b',
  `(?<!\\p{L})${THING_DE}(?!\\p{L})[^.!?]{0,100}(?<!\\p{L})(?:zurückgezogen|zurückgenommen|gelöscht|entfernt|depubliziert|offline (?:genommen|gestellt)|vom netz genommen|nicht (?:mehr|länger) (?:verfügbar|abrufbar|online))(?!\\p{L})`,
  `(?<!\\p{L})(?:haben|hat|wurde|wird)(?!\\p{L})[^.!?]{0,80}(?<!\\p{L})${THING_DE}(?!\\p{L})[^.!?]{0,60}(?<!\\p{L})(?:zurückgezogen|zurückgenommen|gelöscht|entfernt|depubliziert)(?!\\p{L})`,
  '^\\s*(?:zurückgezogen|artikel zurückgezogen)(?!\\p{L})',
  '(?<!\\p{L})(?:article|texte|contenu|billet)(?!\\p{L})[^.!?]{0,60}(?<!\\p{L})(?:a été|est) (?:retiré|supprimé|dépublié)',
  '(?<!\\p{L})(?:artículo|texto|noticia|contenido)(?!\\p{L})[^.!?]{0,60}(?<!\\p{L})(?:ha sido|fue) (?:retirad|eliminad|borrad)',
].map((source) => new RegExp(source, 'iu'));
const CORRECTION =
  /^\s*(?:correction|corrections|clarification|apology|editor['’]s note|richtigstellung|berichtigung|korrektur|gegendarstellung|anmerkung der redaktion|rectificatif|droit de réponse|rectificación|fe de erratas)\b|\b(?:an earlier version of this (?:article|story)|we apologi[sz]e for (?:the|this|our) (?:error|mistake)|eine frühere (?:fassung|version) dieses (?:artikels|beitrags|textes))\b/iu;

/** What a page says that stands at no article's address in particular, or in front of all of them. */
const NO_ARTICLE =
  /\b(?:404|410 gone|451|403 forbidden|not found|page (?:can(?:no|['’])t|could ?n[o'’]t) be found|may have been (?:moved|removed|deleted)|something went wrong|an error (?:has )?occurred|temporarily unavailable|service unavailable|(?:not available|unavailable|access (?:is |has been )?(?:denied|cannot be granted)) (?:in|from|to|due|at)|ad(?:vert(?:ising|isement)?)?[- ]?blocker|turn (?:off|on) javascript|(?:enable|requires?|activate) javascript|are you (?:a )?(?:human|robot)|captcha|accept (?:all )?cookies|your privacy|(?:log|sign) ?in to (?:continue|read)|forgot(?:ten)? (?:your )?password|loading)\b|(?<!\p{L})(?:nicht gefunden|seite (?:existiert|gibt es) nicht|etwas ist schief|ein fehler ist aufgetreten|werbe-?blocker|adblocker|javascript (?:aktivieren|einschalten)|cookies (?:akzeptieren|zustimmen)|privatsphäre|passwort vergessen|introuvable|bloqueur de publicités?|no (?:se ha )?encontrad[ao]|bloqueador de anuncios)(?!\p{L})/iu;

/** The notice that stands there instead of an article; null for anything else. Only of short texts. */
export function noticeIn(text: string): SourceNotice | null {
  if (text.length > SHORT || NO_ARTICLE.test(text)) return null;
  if (WITHDRAWN.some((pattern) => pattern.test(text))) return 'withdrawn';
  return CORRECTION.test(text) ? 'correction' : null;
}

/** Whether a short text asks for something, or says that there is nothing, and tells no story. */
export function isNoArticle(text: string): boolean {
  return text.length <= SHORT && NO_ARTICLE.test(text);
}

/** A line that offers what is behind a wall. */
const OFFER =
  /\b(?:subscri(?:be|ber|bers|ption)|register (?:now|to|for)|sign up (?:now|to|for)|continue reading|keep reading|read on|unlock|log in to|sign in to|already a member|free trial|read the (?:full|whole))\b|(?<!\p{L})(?:abonn\p{L}+|weiterlesen|jetzt (?:lesen|testen|registrieren)|probemonat|probeabo|freischalten|registrieren|\p{L}*plus-(?:artikel|abo)|nur für|s['’]abonner|réservé aux|suscr[ií]b\p{L}+)(?!\p{L})/iu;
const OFFER_LINE = 200;

export const isOffer = (line: string) => line.length <= OFFER_LINE && OFFER.test(line);

/** Marks of a page that has a wall somewhere. Scripts are looked at too: it is a hint, and no more. */
const WALL_MARK =
  /["']isAccessibleForFree["']\s*:\s*["']?(?:https?:\/\/schema\.org\/)?false|(?:class|id)\s*=\s*["'][^"'<>]{0,200}(?:paywall|pay-wall|regwall|reg-wall|piano-|subscriber-only|subscribers-only|premium-content|metered|plus-only)/i;

/** Whether a page's HTML hints at a wall, behind which the rest of an article may be. */
export const hintsAtWall = (html: string) => WALL_MARK.test(html);
