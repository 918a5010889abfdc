/** Was wir per Mail schreiben. */
export const mail = {
  greeting: 'Guten Tag,',
  footer: 'Obelus auf {site}',
  confirm: {
    subject: 'Bestätige deine Adresse für {site}',
    body: 'Jemand, wahrscheinlich du, wollte auf {site} ein Konto mit dieser Adresse anlegen. Öffne die Seite und gib das Passwort ein, das du gewählt hast: Dann wird dein Konto angelegt.',
    action: 'Adresse bestätigen',
    note: 'Der Link gilt einen Tag und einmal. Falls du es nicht warst, tu nichts: Es wird kein Konto angelegt.',
  },
  'address-known': {
    subject: 'Du hast schon ein Konto auf {site}',
    body: 'Jemand, wahrscheinlich du, wollte auf {site} ein Konto mit dieser Adresse anlegen. Es gibt schon eines, und es wurde nichts geändert.',
    action: 'Anmelden oder ein neues Passwort anfordern',
    note: 'Falls du es nicht warst, tu nichts.',
  },
  'sign-in': {
    subject: 'Dein Link zum Anmelden auf {site}',
    body: 'Hier ist der angeforderte Link zum Anmelden auf {site}.',
    action: 'Anmelden',
    note: 'Der Link gilt eine Stunde und einmal. Falls du ihn nicht angefordert hast, tu nichts und gib ihn nicht weiter.',
  },
  'no-account': {
    subject: 'Auf {site} gibt es kein Konto mit dieser Adresse',
    body: 'Jemand, wahrscheinlich du, wollte sich mit dieser Adresse auf {site} anmelden, aber es gibt kein Konto mit ihr. Vielleicht hast du dein Konto mit einer anderen Adresse angelegt.',
    action: 'Konto anlegen',
    note: 'Falls du es nicht warst, tu nichts.',
  },
  reset: {
    subject: 'Ein neues Passwort für {site}',
    body: 'Hier ist der angeforderte Link, um ein neues Passwort für {site} zu wählen. Danach bist du überall sonst abgemeldet.',
    action: 'Neues Passwort wählen',
    note: 'Der Link gilt eine Stunde und einmal. Falls du ihn nicht angefordert hast, tu nichts: Dein Passwort bleibt, wie es ist.',
  },
  'password-changed': {
    subject: 'Dein Passwort auf {site} wurde geändert',
    body: 'Das Passwort deines Kontos auf {site} wurde gerade geändert, und alle anderen Geräte wurden abgemeldet.',
    action: 'Das war ich nicht: neues Passwort wählen',
    note: 'Falls du es warst, ist nichts zu tun.',
  },
};
