/** What happened to a claim. */
export const claimHistory = {
  title: 'What happened to it',
  more: 'More happened before; this is the newest of it.',
  was: 'Before, it said: “{words}”',
  somebody: 'Somebody',
  what: {
    annotation: {
      made: '<person>{name}</person> marked it.',
      edited: '<person>{name}</person> edited it.',
      reworded: '<person>{name}</person> gave it a new wording.',
      withdrawn: '<person>{name}</person> withdrew it.',
      hidden: '<person>{name}</person> hid it, as a moderator.',
      restored: '<person>{name}</person> brought it back, as a moderator.',
      removed: '<person>{name}</person> removed it, as a moderator.',
      linked: '<person>{name}</person> linked it with: <other>{claim}</other>',
      unlinked: '<person>{name}</person> took it out of the claims that say the same.',
    },
    source: {
      added: '<person>{name}</person> added a source{host, select, none {} other {: {host}}}.',
      edited: '<person>{name}</person> changed a source{host, select, none {} other {: {host}}}.',
      removed: '<person>{name}</person> took a source away.',
    },
    assessment: {
      given: '<person>{name}</person> gave a verdict.',
      changed: '<person>{name}</person> changed their verdict.',
      retracted: '<person>{name}</person> took their verdict back.',
    },
    ruling: {
      published: '<person>{name}</person> published a ruling.',
      corrected: '<person>{name}</person> corrected the ruling.',
      retracted: '<person>{name}</person> retracted the ruling.',
    },
    recusal: { declared: '<person>{name}</person> will take no part in a ruling.' },
    passage: {
      changed: 'The article changed the passage, in revision {n}.',
      edited: 'The article edited the passage, in revision {n}; it means the same.',
      orphaned: 'The passage went from the article, in revision {n}.',
      back: 'The marked words were back in the article, in revision {n}.',
    },
  },
  another: 'another claim',
};
