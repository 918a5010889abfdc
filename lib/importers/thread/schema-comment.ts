import {
  authorName,
  integerOf,
  keyOfWords,
  type OriginalComment,
  timeOf,
  votesOf,
} from './original-thread.ts';

/** What schema.org's terms say of a comment, wherever they were read. */
interface SchemaComment {
  address: string | null;
  name: string | null;
  body: OriginalComment['body'];
  /** As a machine reads it, and as people do. */
  date: { machine: string | null | undefined; shown: string | null };
  up: string | null;
  down: string | null;
  order: number;
}

/** The same as a comment of a thread; whom it answers is for the reader to say. Nameless ones are told by their `words`. */
export function schemaComment(said: SchemaComment, words: string, lang: string): OriginalComment {
  const author = authorName(said.name);
  return {
    key: said.address ? keyOfAddress(said.address) : keyOfWords('schema', author, words),
    parentKey: null,
    author,
    body: said.body,
    time: timeOf(said.date.machine, said.date.shown, lang),
    votes: votesOf(integerOf(said.up), integerOf(said.down)),
    passage: null,
    order: said.order,
  };
}

/** `#comment-5`, `/post#comment-5` and `https://example.org/post#comment-5` name the same comment. */
export function keyOfAddress(address: string): string {
  return `schema:${(address.split('#').at(-1) ?? address).slice(-150)}`;
}
