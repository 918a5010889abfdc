export const layout = {
  tagline:
    'Ein Zeichen am Rand der Zeile, die in Zweifel steht: Behauptungen in den Nachrichten, offen geprüft.',
  description:
    'Behauptungen in Nachrichtenartikeln, im Text markiert und offen geprüft: Quellen, Urteile und Diskussion neben den Worten.',
  mainNavigation: 'Hauptnavigation',
  account: 'Dein Konto',
  profile: 'Dein Profil',
  settings: 'Einstellungen',
  claims: 'Behauptungen',
  sources: 'Quellen',
  log: 'Protokoll',
  queue: 'Moderation',
  waiting: 'warten auf die Moderation',
  people: 'Leute',
  placeSettings: 'Einstellungen dieses Ortes',
  moderationLog: 'Protokoll der Moderation',
  feeds: 'Feeds',
  theme: 'Farben',
  themeSystem: 'wie das System',
  themeLight: 'hell',
  themeDark: 'dunkel',
  notFoundTitle: 'Unter dieser Adresse steht nichts',
  notFound:
    'Vielleicht ist der Link vertippt, oder was hier stand, wurde weggenommen. Alle Artikel stehen auf der Startseite.',
  toArticles: 'Zu den Artikeln',
};
