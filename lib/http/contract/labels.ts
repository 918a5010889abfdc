import { z } from 'zod';
import { id } from '#lib/errors/fields.ts';
import { labelInput, labelKey, labelPatch, labelStandingsView, labelView } from '#lib/label/schema.ts';
import { operation } from '../operation.ts';
import { idParams } from './params.ts';

const keyParams = z.object({ key: labelKey });

export const listLabelsOperation = operation({
  id: 'listLabels',
  method: 'GET',
  path: '/api/labels',
  tag: 'labels',
  summary: 'What can be said of a passage beside true and false, in the order in which it is offered',
  auth: 'anyone',
  limit: 'read',
  answers: {
    200: {
      description: 'Every label, retired ones too',
      schema: z.object({ items: z.array(labelView), nextCursor: z.null() }),
    },
  },
});

export const addLabelOperation = operation({
  id: 'addLabel',
  method: 'POST',
  path: '/api/labels',
  tag: 'labels',
  summary: 'Offer one more label; for admins',
  auth: 'user',
  limit: 'write',
  body: labelInput,
  answers: { 201: { description: 'The label', schema: labelView } },
  problems: ['not-allowed', 'label-exists', 'wrong-state'],
});

export const editLabelOperation = operation({
  id: 'editLabel',
  method: 'PATCH',
  path: '/api/labels/{key}',
  tag: 'labels',
  summary: 'Change the words of a label, move it, retire it or bring it back; for admins',
  auth: 'user',
  limit: 'write',
  params: keyParams,
  body: labelPatch,
  answers: { 200: { description: 'The label as it is now', schema: labelView } },
  problems: ['not-found', 'not-allowed', 'edit-conflict', 'wrong-state'],
});

export const deleteLabelOperation = operation({
  id: 'deleteLabel',
  method: 'DELETE',
  path: '/api/labels/{key}',
  tag: 'labels',
  summary: 'Take a label off the list that nobody has put on anything; for admins',
  auth: 'user',
  limit: 'write',
  params: keyParams,
  answers: { 204: { description: 'It is gone', schema: null } },
  problems: ['not-found', 'not-allowed', 'label-used'],
});

export const readLabelsOperation = operation({
  id: 'readLabels',
  method: 'GET',
  path: '/api/annotations/{id}/labels',
  tag: 'labels',
  summary: 'How each label stands on an annotation, with the test that says whether it shows',
  auth: 'anyone',
  limit: 'read',
  params: idParams,
  answers: { 200: { description: 'The labels', schema: labelStandingsView } },
  problems: ['not-found'],
});

const own = {
  path: '/api/annotations/{id}/labels/{key}',
  tag: 'labels',
  auth: 'user',
  limit: 'vote',
  params: z.object({ id, key: labelKey }),
  answers: { 200: { description: 'The labels as they stand now', schema: labelStandingsView } },
} as const;

export const putLabelOperation = operation({
  ...own,
  id: 'putLabel',
  method: 'PUT',
  summary: "Put a label on an annotation: the caller's own; the same again changes nothing",
  problems: ['not-found', 'not-allowed', 'article-locked', 'wrong-state'],
});

export const takeLabelOffOperation = operation({
  ...own,
  id: 'takeLabelOff',
  method: 'DELETE',
  summary: "Take the caller's label off again",
  problems: ['not-found', 'not-allowed', 'article-locked'],
});

export const labelOperations = [
  listLabelsOperation,
  addLabelOperation,
  editLabelOperation,
  deleteLabelOperation,
  readLabelsOperation,
  putLabelOperation,
  takeLabelOffOperation,
];
