/** How corrections are made here, until an admin says it in other words. Markdown. */
export const corrections = `
We make mistakes. When a ruling turns out to be wrong, or not to say what it should, it is corrected where it stands, and everybody can see that it was.

- A change of a published ruling needs a reason. The reason, the day, who made it, and what the ruling said before stay readable beside the claim, and are listed below.
- A ruling that cannot be upheld is **retracted**. It stays readable, marked as retracted, and no longer counts: the claim shows again what people say.
- If the passage, the wording of the claim or the evidence changes, the claim is marked as needing a new look until a checker has looked.
- If an article puts right what was wrong, the ruling says in which version it did.

## How to complain

If you think that a ruling is wrong, write so in the discussion of its claim and name the evidence: a source that contradicts it, a quote that is not what it seems, something that was left out. You can also add that source, and your own verdict, beside the claim. Whoever is spoken of in a claim is asked to do the same. Complaints are answered in the open, and each that proves right leads to an entry in this list.
`;
