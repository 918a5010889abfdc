import { z } from 'zod';
import { operation } from '../operation.ts';

export const imageOperation = operation({
  id: 'getImage',
  method: 'GET',
  path: '/api/images/{key}',
  tag: 'articles',
  summary:
    'An image of an article, where the Setting `articles.images` is on: `key` is the SHA-256 (hexadecimal) of an address that stands in a revision. Fetched by this server, from no other address',
  auth: 'anyone',
  params: z.object({ key: z.string().regex(/^[0-9a-f]{64}$/) }),
  answers: {
    200: {
      description: 'The image: PNG, JPEG, WebP, GIF or AVIF',
      schema: z.string(),
      contentType: 'image/*',
    },
  },
  problems: ['not-found', 'bad-url', 'fetch-failed'],
});

export const imageOperations = [imageOperation];
