/** How verdicts arise here, until an admin says it in other words. Markdown. */
export const methodology = `
This page says how a passage of an article becomes a claim, and how a claim comes to its verdict. The rules are the program's own: they hold for everybody, and the code that applies them can be read by anyone.

## What is checked

Anybody who is signed in can mark a passage of an article. A **claim** is something that can be checked; it is put into one sentence, the statement, that can be understood without the article. A **remark** is anything else that is worth saying about a passage. When the statement of a claim is changed after others took part, the old wording stays readable, and what was said of it does not count for the new one until whoever said it confirms it.

Claims that say the same can be linked. They keep their own evidence and verdicts, which then stand beside each other; where they contradict, this is flagged, and what lies beside one can be used for the others with its origin.

## The verdicts

- **Accurate**: what is said holds.
- **Mostly accurate**: it holds but for a detail that does not change the meaning.
- **Mixed**: part of it holds, part of it does not.
- **Misleading**: the facts hold, the impression does not.
- **False**: it does not hold.
- **Unproven**: nothing that could be found shows it, or the opposite.
- **Opinion**: it is a judgement, which no evidence can settle.

## Evidence

A source is a page of the web that somebody lays beside a claim: it supports it, refutes it, or gives context. The page is fetched and what it held is kept with its time and a fingerprint, and the quoted passage is looked for in it. The source then says whether the quote was **found**, stands there **in other words**, is **missing**, or whether the page **could not be reached**. Pages are looked at again; a source that was lost is marked, and the claim is put up for a new look. Primary sources (a document, a measurement, a recording) stand before reports about them. Several sources that carry the same text are one voice.

## What people say

Anybody who is signed in can give one verdict on a claim, with reasons and with the sources it rests on, and can change it; earlier ones are kept. A verdict that names no source is shown and does not decide.

- With a ruling, the claim shows the verdict of the ruling.
- Without one, from two verdicts with a source on, it shows the verdict that more than half of those give.
- If none has more than half, it is **disputed**.
- With fewer than two it is **open**.

The spread of all verdicts is always shown, not an average. Whoever is signed in and has not judged a claim first sees it without the verdicts of others; looking at them before is possible, and is told.

## Helpful reasons

Readers say of a verdict's reasons whether they help. Where enough people take part and they divide into sides, reasons count as helpful only if people of both sides, who usually disagree, find them so. Where there are too few, plain counts are shown and called so. What goes into this can be downloaded, so that anyone can compute it again.

## Labels

Beside true and false a passage can be unsupported, out of date, cherry-picked and more. A label stands on the article once at least three people, and a fifth of those who labelled the passage, chose it, and chance would hardly explain that many (a one-sided binomial test at one in a hundred, corrected for the number of labels). Below that it is told as “n of m”.

## How far a claim has come

A claim is **open**, **assessed**, **disputed**, **settled by a ruling**, or **needs a new look**: because its passage was changed or went from the article, because evidence was lost, because its wording is newer than the ruling, or because the ruling was retracted.

## Rulings

Checkers publish rulings: a verdict with a summary, the reasoning, the sources it rests on, why this claim was selected, and who was asked for comment. While they write, a checklist after the code of the International Fact-Checking Network stands beside them. Some of it is required before anything is published: as it comes, two verified sources of which one is primary, that evidence against was considered, and a summary. Nobody rules alone on a claim that they made or marked, on their own article, or where they said that they have a stake in it.

A ruling is never changed in silence. How corrections are made, and which there were, stands on the page of corrections.

## Who does what

- **Readers** read everything, without an account.
- With an account, **anybody** marks claims, adds sources, gives verdicts, rates reasons and takes part in discussions.
- **Checkers** publish rulings.
- **Moderators** keep the place fit to argue in. What they do, to what and why, stands in the public log. They cannot change a verdict.
- **Admins** give roles and settings, and answer for this page.

## If you disagree

Give your verdict with a source, or add the source that is missing: that is what moves a claim. If a ruling is wrong, say so in the discussion of the claim and name the evidence; checkers correct what is shown to be wrong, in the open. What breaks the rules of conduct can be reported with the menu beside it.
`;
