import { z } from 'zod';
import { DEFAULT_LOCALE, LOCALES } from '#lib/i18n/locale.ts';
import { operation } from '../operation.ts';
import { articleParams, idParams } from './params.ts';
import { revisionParams } from './revisions.ts';

const jsonLd = z.looseObject({ '@context': z.unknown(), id: z.string(), type: z.string() });
const JSON_LD = 'application/ld+json';

export const getWebAnnotationOperation = operation({
  id: 'getWebAnnotation',
  method: 'GET',
  path: '/api/annotations/{id}/web-annotation',
  tag: 'interchange',
  summary:
    'One annotation as everybody can read it, in the Web Annotation model of the W3C; its name is /claims/{id}, where it is served too to whoever asks for application/ld+json',
  auth: 'anyone',
  limit: 'read',
  params: idParams,
  answers: {
    200: { description: 'The annotation in JSON-LD', schema: jsonLd, contentType: JSON_LD },
    304: { description: 'It is as it was', schema: null },
  },
  problems: ['not-found'],
});

/** A container, or one of its pages, with the annotations or with their names alone. */
const containerQuery = z.object({
  page: z.coerce.number().int().min(0).max(1_000_000).optional(),
  iris: z.enum(['0', '1']).optional(),
});

export const getAnnotationCollectionOperation = operation({
  id: 'getAnnotationCollection',
  method: 'GET',
  path: '/api/articles/{id}/annotation-collection',
  tag: 'interchange',
  summary:
    'The annotations of an article, in the order of its text, as a container of the Web Annotation Protocol with its first page, or one of its pages; its name is /annotations/{id}/, where it is served too. A Prefer header says whether it holds the annotations, their names or neither',
  auth: 'anyone',
  limit: 'read',
  params: articleParams,
  query: containerQuery,
  answers: {
    200: {
      description: 'The container or the page in JSON-LD',
      schema: jsonLd.extend({ type: z.union([z.string(), z.array(z.string())]) }),
      contentType: JSON_LD,
    },
    304: { description: 'It is as it was', schema: null },
  },
  problems: ['not-found'],
});

export const getRevisionTextOperation = operation({
  id: 'getRevisionText',
  method: 'GET',
  path: '/api/articles/{id}/revisions/{number}/text',
  tag: 'interchange',
  summary: 'The words of a revision as plain text, which positions of Web Annotations are counted in',
  auth: 'anyone',
  limit: 'read',
  params: revisionParams,
  answers: {
    200: { description: 'The text', schema: z.string(), contentType: 'text/plain' },
    304: { description: 'It is the one that was sent before', schema: null },
  },
  problems: ['not-found'],
});

const picture = {
  method: 'GET',
  tag: 'interchange',
  auth: 'anyone',
  limit: 'read',
  answers: {
    200: { description: 'A picture of 1200 by 630', schema: z.string(), contentType: 'image/png' },
    304: { description: 'It is as it was', schema: null },
  },
  problems: ['not-found', 'too-slow'],
} as const;

export const getAnnotationPictureOperation = operation({
  ...picture,
  id: 'getAnnotationPicture',
  path: '/api/annotations/{id}/picture',
  summary: 'A claim with its verdict as a picture, for whoever passes its link on',
  params: idParams,
});

export const getArticlePictureOperation = operation({
  ...picture,
  id: 'getArticlePicture',
  path: '/api/articles/{id}/picture',
  summary: 'An article with how it fared as a picture, for whoever passes its link on',
  params: articleParams,
});

export const getArticlePdfOperation = operation({
  id: 'getArticlePdf',
  method: 'GET',
  path: '/api/articles/{id}/pdf',
  tag: 'interchange',
  summary: 'An article with its claims, verdicts, sources and rulings as numbered notes, as PDF',
  auth: 'anyone',
  limit: 'print',
  params: articleParams,
  query: z.object({ lang: z.enum(LOCALES).default(DEFAULT_LOCALE) }),
  answers: {
    200: { description: 'The PDF', schema: z.string(), contentType: 'application/pdf' },
    304: { description: 'It is as it was', schema: null },
  },
  problems: ['not-found', 'too-slow'],
});

export const interchangeOperations = [
  getWebAnnotationOperation,
  getAnnotationCollectionOperation,
  getRevisionTextOperation,
  getAnnotationPictureOperation,
  getArticlePictureOperation,
  getArticlePdfOperation,
];
