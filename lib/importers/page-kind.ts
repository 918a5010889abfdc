import type { NoArticleReason } from './result.ts';

/** A page with more text than this has an article, whatever else it says. */
const TEXT_LIMIT = 1_500;
/** With less than this, one sign is enough: no report is so short. */
const SHORT = 250;
/** With less than this, nothing was found, and the page speaks for itself. */
const NOTHING = 60;
/** With less than this, what only a wall says makes it one. */
const STRONG = 900;
/** So much of an article that its subscribers alone may read stands before the wall. */
export const TEASER_LIMIT = 2_500;

interface Sign {
  reason: NoArticleReason;
  /** What the page is called when it is nothing else. */
  title?: RegExp;
  text: RegExp;
  /** Stands beside articles too, where all readers see it, and so speaks for the whole page. */
  isAnywhere?: boolean;
  /** Said by nothing else, so that it counts in a longer text too. */
  strong?: RegExp;
}

/** English, German, French, Spanish; each phrase is one that only such pages have. */
const SIGNS: readonly Sign[] = [
  {
    reason: 'robot-check',
    title:
      /^(?:just a moment|attention required|access (?:to this page has been )?denied|are you (?:a )?(?:human|robot)|robot check|security check|bot verification|un instant|einen moment|please wait)\b/i,
    text: /\b(?:verif(?:y|ying|ies) (?:that )?you(?:'re| are)? (?:a )?(?:not a (?:bot|robot)|human)|(?:checking|check if) (?:your browser|the site connection)|enable javascript and cookies to continue|unusual traffic from your (?:computer )?network|complete the (?:captcha|security check)|press (?:&|and) hold to confirm|ray id:|bestätigen sie,? dass sie kein roboter|vous n['’]êtes pas un robot)/i,
  },
  {
    reason: 'consent-page',
    title:
      /^(?:before you continue|privacy (?:settings|gate)|consent|datenschutz-?einstellungen|zustimmung|your privacy choices|cookie (?:settings|consent|notice|preferences)|cookie-(?:einstellungen|hinweis))\b/i,
    text: /\b(?:we and our (?:\d+ )?partners|wir und unsere (?:bis zu )?(?:\d+ )?partner|nos (?:\d+ )?partenaires (?:et|stockent)|nosotros y nuestros (?:\d+ )?socios|partners (?:store|process) (?:and\/or access )?(?:personal )?(?:data|information)|mit werbung (?:und tracking )?(?:weiter|lesen)|weiter mit werbung|continuer sans accepter|accept all (?:cookies )?(?:to continue|and continue)|um fortzufahren,? (?:müssen sie|stimmen sie))/i,
    strong:
      /\bmit werbung (?:und tracking )?(?:weiter|lesen|nutzen)[\s\S]*\bpur-?\s?abo|\bpur-?\s?abo[\s\S]*\bmit werbung (?:und tracking )?(?:weiter|lesen|nutzen)|\b(?:accept|agree)[\s\S]*\b(?:pay|subscribe) (?:to|and) reject/i,
  },
  {
    reason: 'page-missing',
    title:
      /^(?:(?:http |error |fehler )?404(?:$|\s*[-–—|:!.]|\s+(?:error|fehler|page|seite|not found))|(?:sorry[,:]? )?(?:(?:the |this )?(?:page|article|story)|(?:die |diese )?seite|(?:der |dieser )?artikel|inhalt|content) (?:was |wurde |could |konnte )?(?:leider )?(?:not (?:be )?found|nicht gefunden|does not exist|existiert nicht)|not found$|nicht gefunden$|page introuvable|página no encontrada)/i,
    text: /\b(?:(?:page|article|story|content) (?:that )?(?:you(?:['’]re| are| were)? (?:looking for|requested|trying to (?:reach|view))|you requested)\b.{0,60}(?:not|no longer|doesn['’]t|moved|removed|deleted|unavailable)|(?:could(?:n['’]t| not)|can(?:['’]t|not)) (?:be found|find (?:the|that|this) (?:page|article))|(?:gesuchte|angeforderte|aufgerufene|gewünschte)[nrs]? (?:seite|artikel|inhalt)\b.{0,80}(?:nicht|verschoben|gelöscht)|(?:seite|artikel) (?:konnte|wurde) (?:leider )?nicht gefunden)/i,
  },
  {
    reason: 'region-block',
    title: /^(?:(?:error |http )?451\b|unavailable (?:due to|for) legal reasons|not available in your)/i,
    text: /\b(?:unavailable (?:due to|for) legal reasons|access(?:ing)? this (?:web)?site from a country belonging to the european|(?:not|un)available in your (?:country|region|location)|(?:not|un)available (?:to|for) (?:readers|visitors|users) in (?:the eu|most european|europe)|in (?:ihrem|deinem) land (?:leider )?nicht verfügbar)/i,
  },
  {
    reason: 'ad-blocker',
    title: /^(?:ad[- ]?blocker?|werbeblocker) (?:erkannt|detected)/i,
    text: /\b(?:ad[- ]?block(?:er|ing)?(?: software)? (?:erkannt|detected|is (?:on|enabled|active))|(?:disable|turn off|switch off|deactivate|pause|whitelist)\b.{0,50}ad[- ]?block|using an ad[- ]?blocker|(?:deaktivier|schalt|pausier)\p{L}*\b.{0,50}(?:ad|werbe)-?\s?block(?:er)?)/iu,
  },
  {
    reason: 'paywall',
    isAnywhere: true,
    text: /\b(?:(?:this|the) (?:article|story|content) is (?:for|reserved for|available (?:only )?to|exclusive to) (?:our )?(?:paying )?subscribers|subscribe (?:now )?to (?:continue reading|read (?:the full|this) (?:article|story)|unlock)|(?:already a subscriber|bereits abonnent(?:in)?|déjà abonné(?:e)?|ya (?:eres|soy) suscriptor)|keep reading (?:with|by) (?:a )?subscri|weiterlesen mit|diesen artikel (?:jetzt )?(?:weiter)?lesen mit|nur für abonnent(?:en|innen)|cet article est réservé aux abonnés|este (?:artículo|contenido) es (?:solo|exclusivo) para suscriptores)/i,
  },
  {
    reason: 'sign-in',
    title: /^(?:log ?in|sign ?in|anmelden|anmeldung|connexion|iniciar sesión)\b/i,
    text: /\b(?:forgot(?:ten)? (?:your )?password|passwort vergessen|mot de passe oublié|¿olvidaste tu contraseña)/i,
  },
];

/** What was taken for the article of a page, and what all of the page says. */
export interface SeenPage {
  title: string | null;
  /** What was taken for the article. */
  article: string;
  /** All that is to be seen on the page. */
  visible: string;
}

/**
 * What a page is that has no article to read: the wall before it, or the word that there is none. Told by what its title
 * and its text say, and only of pages with little text, so that an article on cookies is not taken for one. What a short
 * report stands beside (a banner, a form) does not make it a wall. Null for every other page.
 */
export function wallOf({ title, article, visible }: SeenPage): NoArticleReason | null {
  const found = article.length;
  if (found > TEXT_LIMIT) return null;
  for (const sign of SIGNS) {
    const says = sign.text.test(sign.isAnywhere || found < NOTHING ? visible : article);
    const isCalled = sign.title?.test(title?.trim() ?? '') ?? false;
    // A name alone may be a headline; a phrase alone may stand in the banner of any page.
    if (isCalled && (says || found < SHORT)) return sign.reason;
    if (says && found < SHORT) return sign.reason;
    if (found < STRONG && sign.strong?.test(article)) return sign.reason;
  }
  return null;
}
