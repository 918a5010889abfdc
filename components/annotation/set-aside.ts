/** What has no place in the text: the text lost it, or its author took it back. */
export type Aside = 'orphaned' | 'withdrawn';

/** More than so many would push the discussion out of sight. */
const FEW = 5;

/** Whether the list of them is open from the beginning. What the text lost asks to be looked at; what was taken back does not. */
export const opensItself = (name: Aside, count: number) => name === 'orphaned' && count <= FEW;
