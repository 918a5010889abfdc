/*
 * The vocabulary by which the parts of a copied page that are not its article are told. Every line
 * pattern must match a whole line, and no part is left out for one of them alone: text-tail.ts asks
 * for several of different kinds close together.
 */

export type SignalKind = 'header' | 'form' | 'sort' | 'time' | 'votes' | 'action';

interface Signal {
  kind: SignalKind;
  weight: number;
}

type Rule = [SignalKind, number, RegExp];

/** The interface of comment sections: wpDiscuz, WordPress, Disqus, Coral, newspapers' own. */
const COMMENT_RULES: Rule[] = [
  [
    'form',
    3,
    /^(?:notify of|inline feedbacks?|view all comments|would love your thoughts, please comment\.?x?|leave a (?:reply|comment).*|(?:post|add|write) (?:a|your) comment.*|log ?in to (?:comment|reply|join).*|you must (?:be|log) .*(?:comment|discussion)\.?|your e-?mail address will not be published.*|required fields are marked.*|save my name, e-?mail.*|comments are closed\.?|(?:load|show|view) (?:more|all|\d+) comments|be the first to comment.*|cancel reply|post comment|what do you think\?)$/i,
  ],
  [
    'form',
    3,
    /^(?:schreib(?:e|en sie)? (?:(?:uns )?einen|den ersten) kommentar.*|kommentar (?:schreiben|verfassen|hinterlassen|abgeben|abschicken|absenden)|hinterlass(?:e|en sie)? (?:einen|eine[nr]?) (?:kommentar|antwort).*|antwort(?:en)? abbrechen|(?:ihre|deine) e-?mail-adresse wird nicht veröffentlicht.*|erforderliche felder sind .*|alle kommentare (?:anzeigen|ansehen|lesen)|(?:weitere|mehr) kommentare (?:laden|anzeigen)|(?:die )?kommentar(?:e sind|funktion ist).* geschlossen\.?|(?:zum|um zu) kommentieren.*|melde(?:n sie)? (?:dich|sich) an, um zu (?:kommentieren|antworten)\.?|jetzt kommentieren|(?:jetzt )?mitdiskutieren|diskutieren sie mit.*|diskutiere mit.*|benachrichtig(?:e|en sie) mich .*|benachrichtigung(?:en)? bei)$/i,
  ],
  [
    'header',
    2,
    /^\(?\d[\d.,]*\)? (?:(?:reader )?comments?|(?:leser)?kommentare?|replies|reply|responses?|antworten|beiträge|thoughts? on .+|gedanken zu .+)(?: .{0,40})?$/i,
  ],
  [
    'header',
    2,
    /^(?:(?:reader |top )?comments?|(?:leser)?kommentare?|discussion|diskussion|responses|conversation|disqus comments)\s*(?:\(\d+\)|[:•·]?\s*\d*)$/i,
  ],
  [
    'sort',
    2,
    /^(?:(?:oldest|newest|latest|most (?:voted|liked|popular|recent)|best|top)(?: first| most voted| comments)?|sort(?:ed)? by\b.{0,40}|(?:älteste|neue[s]?te|beliebteste|beste|am besten bewertet|meist\s?bewertete?|höchst\w+)(?: zuerst| kommentare)?|sortier\w+ nach\b.{0,40})$/i,
  ],
  [
    'time',
    2,
    /^(?:.{1,40}[ ·•|,]+)?(?:(?:\d+|an?|one) ?(?:s|m|h|d|w|mo|y|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?) ago|vor (?:\d+|ein(?:e[rmn]?)?) (?:sekunden?|minuten?|stunden?|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?)|(?:just|right) now|gerade eben)(?: .{0,20})?$/i,
  ],
  [
    'time',
    2,
    /^(?:\p{L}+ \d{1,2},? \d{4}|\d{1,2}\.? ?\p{L}+ \d{4}|\d{1,2}\.\d{1,2}\.\d{2,4}),? (?:at|um|@|[-–|·])? ?\d{1,2}[:.]\d{2}(?: ?(?:[ap]\.?m\.?|uhr))?$/iu,
  ],
  [
    'time',
    2,
    /^.{1,40} (?:says|said|sagt|sagte|schreibt|schrieb|meint|wrote|writes)(?: am .{6,40}| on .{6,40})?:$/i,
  ],
  [
    'action',
    1,
    /^(?:guest|gast|name|e-?mail|website|reply|antworten|report|melden|permalink|zitieren|quote|like|likes|upvote|downvote|gefällt mir|flag|submit|absenden|login|log in|anmelden|einloggen|sign in|subscribe|abonnieren|edit|bearbeiten|share|teilen)\s*[*:]?(?:\s*\(?\d{1,5}\)?)?$/i,
  ],
  ['votes', 1, /^(?:[+−–-]?\d{1,4}|\(\)|x|\||·|•|👍|👎|▲|▼)$/i],
];

/** What a line says of a comment section, or null. Of one rule only: the strongest come first. */
export function commentSignal(line: string): Signal | null {
  if (line.length > 160) return null;
  for (const [kind, weight, pattern] of COMMENT_RULES) if (pattern.test(line)) return { kind, weight };
  return null;
}

/** Lines in which a publisher begins to speak for itself. */
const APPEAL_LINES = [
  /^(?:in our own (?:matter|cause)|in eigener sache|an? (?:appeal|message|note|word) (?:from|to|for) (?:the editors?|our readers?|us|you)\b.*|before you (?:go|leave).*|bevor (?:sie|du) .{0,20}(?:gehen|gehst|weiter).*)$/i,
  /^(?:support|fund|help) (?:us|our|this|independent|quality|free)\b.*$/i,
  /^(?:bitte )?unterstütz(?:e|en sie|t) (?:uns|unsere?[nsmr]?|diese[ns]?|den|die|das|freien?|unabhängigen?)\b.*$/i,
  /^(?:donate|make a donation|spenden?|jetzt spenden|become a (?:member|supporter|patron|subscriber)|(?:jetzt )?mitglied werden|werde(?:n sie)? (?:jetzt )?mitglied)\b.*$/i,
  /^(?:subscribe|sign up|join|follow|abonnieren sie|abonniere|folge[nt]?) (?:now|today|here|us|for|to|our|sie|uns|unsere[nrms]?|jetzt|den|the|on|auf)\b.*$/i,
  /^(?:(?:our|the|unser|der|zum) )?newsletter\b.*$/i,
  /^(?:dear|hello|hi) (?:readers?|friends?|subscribers?)\b.*$/i,
  /^liebe(?:r|s)? (?:leser|leserinnen|leserin|freundinnen|freunde|community|publikum)\b.*$/i,
];
/** "Support The Ledger": an imperative and a name. Weaker, for a subheading may look like it. */
const SUPPORT_NAME = /^(?:Support|Unterstützen Sie|Unterstütze)(?: \p{Lu}[\p{L}\p{N}'’-]*){1,4}!?$/u;
const APPEAL_LINE_LIMIT = 100;

/** Phrases of appeals; prose is one when several different ones stand in it. */
const APPEAL_PHRASES = [
  /\b(?:readers?|people) like you\b|\bleser(?:innen)? wie (?:sie|du|ihr|euch)\b|\bmenschen wie (?:sie|du|euch)\b/i,
  /\b(?:support|fund|strengthen)\b.{0,30}\b(?:independent|quality|critical|free|our|this|honest)\b.{0,20}\b(?:journalism|reporting|work|blog|project|newsroom)\b/i,
  /\b(?:independent|reader-funded|community-funded|ad-free) (?:journalism|newsroom|media|reporting)\b|\bunabhängige[nrms]? (?:\p{L}+ )?(?:journalismus|berichterstattung|medi(?:um|en)|redaktion)\b/iu,
  /\b(?:your|any) (?:support|donation|contribution|subscription|membership)\b|\b(?:ihre|deine|eure|ihrer|deiner|eurer) (?:spende|unterstützung|hilfe|mitgliedschaft|beitrag)\b/i,
  /\b(?:please|consider|bitte)\b.{0,40}\b(?:donat\w+|contribut\w+|subscrib\w+|becoming a member|spende\w*|abonnier\w*|unterstütz\w*)\b/i,
  /\bsubscribe to (?:our|the|my)\b|\bsign up (?:for|to) (?:our|the|my)\b|\bnewsletter\b|\babonnieren sie\b/i,
  /\bif you (?:like|liked|enjoy|enjoyed|found|value|appreciate)\b|\bwenn (?:ihnen|dir|euch) (?:dieser|diese|unser|unsere|der)\b/i,
  /\b(?:paypal|patreon|ko-?fi|steady|substack|iban|spendenkonto|tax-deductible|buy (?:me|us) a coffee)\b/i,
  /\b(?:we|our team|our work|wir|unsere arbeit|unser team)\b.{0,80}\b(?:depends?|relies|rely|possible|live[s]?|angewiesen|leb(?:t|en)|möglich|finanzier\w+)\b/i,
  /\b(?:unterstützen sie|unterstütz(?:e|t)? uns|helfen sie uns|support us|help us)\b/i,
];

/** How strongly a line is an appeal: 0 for none, 3 for its beginning, 2 for each phrase of one. */
export function appealWeight(line: string): number {
  if (line.length <= APPEAL_LINE_LIMIT) {
    if (APPEAL_LINES.some((pattern) => pattern.test(line))) return 3;
    if (SUPPORT_NAME.test(line)) return 2;
  }
  return 2 * APPEAL_PHRASES.filter((pattern) => pattern.test(line)).length;
}

/** Navigation, sharing, dates of reading, lists of other articles. */
const FURNITURE =
  /^(?:skip to (?:main )?content|zum inhalt springen|menu|menü|home|startseite|search|suche|share(?: this)?(?: (?:article|story|post|on .{2,20}))?:?|teilen|artikel teilen|tweet|facebook|twitter|x|whatsapp|telegram|bluesky|mastodon|linkedin|reddit|pocket|e-?mail|print|drucken|copy link|link kopieren|listen(?: to (?:this )?article)?|anhören|vorlesen|save|merken|(?:estimated )?(?:reading time|lesezeit|lesedauer):? ?.{1,20}|\d+ ?(?:min(?:ute)?n?\.?)(?: (?:read|lesezeit|lesedauer))?|related(?: (?:posts|articles|stories|topics|content))?:?|(?:more|read) (?:on this story|from .{2,40}|next)|you (?:may|might) (?:also )?like.*|recommended(?: for you)?|das könnte (?:sie|dich) auch interessieren.*|mehr zum thema:?|ähnliche (?:artikel|beiträge):?|weitere artikel.*|(?:previous|next) (?:article|post|story).*|(?:nächster|vorheriger) (?:artikel|beitrag).*|tags?:.*|schlagw(?:ort|örter):?.*|filed under:?.*|categor(?:y|ies):.*|kategorien?:.*|(?:all rights reserved|alle rechte vorbehalten)\.?|(?:©|copyright\b).*|(?:back to )?top|nach oben|privacy policy|datenschutz|impressum|imprint|terms of (?:use|service))$/i;

export function isFurniture(line: string): boolean {
  return line.length <= 120 && FURNITURE.test(line);
}

const ADVERT =
  /^(?:advertisements?|advert|anzeige|werbung|sponsored(?: content| post)?|promoted|gesponsert|(?:story|article) continues (?:below|after)(?: (?:the )?advertisement)?|(?:weiter|artikel|lesen sie weiter) nach (?:der|dieser) (?:werbung|anzeige)|(?:read|see) (?:more|also):.*|also read:.*|lesen sie (?:auch|hier|mehr):?.*|mehr dazu:.*|siehe auch:.*)$/i;

/** Something that stands in the middle of a text and is not of it. */
export function isAdvert(line: string): boolean {
  return line.length <= 160 && ADVERT.test(line);
}

const ADVERT_MARK =
  /^(?:advertisements?|advert|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|advertentie|annonse?|annonce|reklama?|реклама|広告|广告|廣告|광고|إعلان|פרסומת|(?:story|article) continues below(?: (?:the )?advertisement)?)$/iu;

/** The word, in one of many languages, by which a page marks an advertisement; it stands alone on its line. */
export function isAdvertMark(line: string): boolean {
  return line.length <= 60 && ADVERT_MARK.test(line.trim());
}
