import type { NoArticleReason } from './result.ts';

/** A page with more text than this has an article, whatever else it says. */
const TEXT_LIMIT = 1_500;
/** With less than this, one sign is enough: no report is so short. */
const SHORT = 250;
/** So much of an article that its subscribers alone may read stands before the wall. */
export const TEASER_LIMIT = 2_500;

interface Sign {
  reason: NoArticleReason;
  /** What the page is called when it is nothing else. */
  title?: RegExp;
  text: RegExp;
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
  },
  {
    reason: 'paywall',
    text: /\b(?:(?:this|the) (?:article|story|content) is (?:for|reserved for|available (?:only )?to|exclusive to) (?:our )?(?:paying )?subscribers|subscribe (?:now )?to (?:continue reading|read (?:the full|this) (?:article|story)|unlock)|(?:already a subscriber|bereits abonnent(?:in)?|déjà abonné(?:e)?|ya (?:eres|soy) suscriptor)|keep reading (?:with|by) (?:a )?subscri|weiterlesen mit|diesen artikel (?:jetzt )?(?:weiter)?lesen mit|nur für abonnent(?:en|innen)|cet article est réservé aux abonnés|este (?:artículo|contenido) es (?:solo|exclusivo) para suscriptores)/i,
  },
  {
    reason: 'sign-in',
    title: /^(?:log ?in|sign ?in|anmelden|anmeldung|connexion|iniciar sesión)\b/i,
    text: /\b(?:forgot(?:ten)? (?:your )?password|passwort vergessen|mot de passe oublié|¿olvidaste tu contraseña)/i,
  },
];

/**
 * What a page is that has no article to read: the wall before it. Told by what its title and its whole text say, and
 * only of pages with little text, so that an article on cookies is not taken for one. Null for every other page.
 *
 * @param found how much text was taken for the article
 */
export function wallOf(title: string | null, text: string, found: number): NoArticleReason | null {
  if (found > TEXT_LIMIT) return null;
  for (const sign of SIGNS) {
    const says = sign.text.test(text);
    const isCalled = sign.title?.test(title?.trim() ?? '') ?? false;
    // A name alone may be a headline; a phrase alone may stand in the banner of any page.
    if (isCalled && (says || found < SHORT)) return sign.reason;
    if (says && found < SHORT) return sign.reason;
  }
  return null;
}
