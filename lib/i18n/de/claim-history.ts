import type { claimHistory as english } from '../en/claim-history.ts';

export const claimHistory: typeof english = {
  title: 'Was mit ihr geschah',
  more: 'Davor geschah noch mehr; das ist das Neueste.',
  was: 'Vorher hieß sie: „{words}“',
  somebody: 'Jemand',
  what: {
    annotation: {
      made: '<person>{name}</person> hat sie markiert.',
      edited: '<person>{name}</person> hat sie bearbeitet.',
      reworded: '<person>{name}</person> hat sie neu formuliert.',
      withdrawn: '<person>{name}</person> hat sie zurückgezogen.',
      hidden: '<person>{name}</person> von der Moderation hat sie ausgeblendet.',
      restored: '<person>{name}</person> von der Moderation hat sie zurückgeholt.',
      removed: '<person>{name}</person> von der Moderation hat sie entfernt.',
      linked: '<person>{name}</person> hat sie verbunden mit: <other>{claim}</other>',
      unlinked: '<person>{name}</person> hat sie aus den Behauptungen herausgenommen, die dasselbe sagen.',
    },
    source: {
      added: '<person>{name}</person> hat eine Quelle hinzugefügt{host, select, none {} other {: {host}}}.',
      edited: '<person>{name}</person> hat eine Quelle geändert{host, select, none {} other {: {host}}}.',
      removed: '<person>{name}</person> hat eine Quelle weggenommen.',
    },
    assessment: {
      given: '<person>{name}</person> hat ein Urteil abgegeben.',
      changed: '<person>{name}</person> hat das eigene Urteil geändert.',
      retracted: '<person>{name}</person> hat das eigene Urteil zurückgenommen.',
    },
    ruling: {
      published: '<person>{name}</person> hat einen Befund veröffentlicht.',
      corrected: '<person>{name}</person> hat den Befund berichtigt.',
      retracted: '<person>{name}</person> hat den Befund zurückgezogen.',
    },
    recusal: { declared: '<person>{name}</person> hält sich aus einem Befund heraus.' },
    passage: {
      changed: 'Der Artikel hat die Stelle geändert, in Fassung {n}.',
      edited: 'Der Artikel hat die Stelle bearbeitet, in Fassung {n}; sie bedeutet dasselbe.',
      orphaned: 'Die Stelle ist aus dem Artikel verschwunden, in Fassung {n}.',
      back: 'Die markierten Wörter standen wieder im Artikel, in Fassung {n}.',
    },
  },
  another: 'einer anderen Behauptung',
};
