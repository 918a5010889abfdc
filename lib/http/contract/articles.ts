import {
  articleListItem,
  articlePatch,
  articleView,
  IMPORT_MAX_BYTES,
  importInput,
} from '#lib/article/schema.ts';
import { foldsView } from '#lib/assessment/reveal/schema.ts';
import { importPreviewWithThread, importWithThread } from '#lib/flows/import-input.ts';
import { operation } from '../operation.ts';
import { pageOf, pageQuery } from '../pages.ts';
import { articleParams, revealQuery } from './params.ts';

const importProblems = [
  'empty-text',
  'binary-text',
  'too-large',
  'bad-file',
  'no-article',
  'unavailable',
  'bad-url',
  'fetch-failed',
] as const;

export const listArticlesOperation = operation({
  id: 'listArticles',
  method: 'GET',
  path: '/api/articles',
  tag: 'articles',
  summary: 'Articles, newest first, with how they fared',
  auth: 'anyone',
  limit: 'read',
  query: pageQuery.extend(revealQuery.shape),
  answers: {
    200: { description: 'A page of articles', schema: pageOf(articleListItem).extend({ folds: foldsView }) },
  },
});

export const importArticleOperation = operation({
  id: 'importArticle',
  method: 'POST',
  path: '/api/articles',
  tag: 'articles',
  summary:
    'Bring an article in: one of url, html, markdown, text, file (.html .md .txt .docx .pdf) and document; what is stated wins over what is found',
  auth: 'user',
  limit: 'import',
  body: importWithThread,
  maxBytes: IMPORT_MAX_BYTES,
  answers: {
    201: { description: 'The new article', schema: articleView },
    200: { description: 'The article that is known under this address', schema: articleView },
  },
  problems: [...importProblems],
});

export const previewArticleOperation = operation({
  id: 'previewArticle',
  method: 'POST',
  path: '/api/articles/preview',
  tag: 'articles',
  summary:
    'What an import would store; stores nothing. With Accept: text/event-stream it is told step by step: events `step` {step: fetching | reading}, then `answer` or `problem`',
  auth: 'user',
  limit: 'preview',
  body: importInput,
  maxBytes: IMPORT_MAX_BYTES,
  answers: { 200: { description: 'What would be stored', schema: importPreviewWithThread } },
  problems: [...importProblems],
});

export const getArticleOperation = operation({
  id: 'getArticle',
  method: 'GET',
  path: '/api/articles/{id}',
  tag: 'articles',
  summary: 'One article with the text of its newest revision; the id may be the slug',
  auth: 'anyone',
  limit: 'read',
  params: articleParams,
  query: revealQuery,
  answers: { 200: { description: 'The article', schema: articleView } },
  problems: ['not-found'],
});

export const editArticleOperation = operation({
  id: 'editArticle',
  method: 'PATCH',
  path: '/api/articles/{id}',
  tag: 'articles',
  summary: 'Correct title, author, site, date or language',
  auth: 'user',
  limit: 'write',
  params: articleParams,
  body: articlePatch,
  answers: { 200: { description: 'The article as it is now', schema: articleView } },
  problems: ['not-found', 'not-allowed', 'edit-conflict'],
});

export const articleOperations = [
  listArticlesOperation,
  importArticleOperation,
  previewArticleOperation,
  getArticleOperation,
  editArticleOperation,
];
