import type { OriginalThread } from './original-thread.ts';

/** A post of a blog's export, with how many comments stand under it. */
export interface ExportPost {
  id: string;
  title: string;
  link: string;
  comments: number;
}

/** Whether a post is the article whose thread is wanted. */
export type ChoosePost = (post: Omit<ExportPost, 'comments'>) => boolean;

/** What an export holds. */
export interface ExportReading {
  /** Of the chosen post; null when none was. */
  thread: OriginalThread | null;
  /** All posts with comments, as far as {@link POSTS_LIMIT}. */
  posts: ExportPost[];
}

/** Nobody chooses among more. */
export const POSTS_LIMIT = 1_000;
