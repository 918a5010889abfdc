import { reportInput, reportView } from '#lib/moderation/report/schema.ts';
import { operation } from '../operation.ts';

export const reportOperation = operation({
  id: 'report',
  method: 'POST',
  path: '/api/reports',
  tag: 'moderation',
  summary: 'Say that a comment or an annotation breaks the rules',
  auth: 'user',
  limit: 'report',
  body: reportInput,
  answers: {
    201: { description: 'The report', schema: reportView },
    200: { description: "The caller's open report about the same thing, as it was", schema: reportView },
  },
  problems: ['not-found', 'own-comment'],
});

export const reportOperations = [reportOperation];
