/** Marking passages, and laying sources and verdicts beside them. */
export const annotate = {
};
