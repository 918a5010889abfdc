import { operation } from '../operation.ts';

const alive = operation({
  id: 'alive',
  method: 'GET',
  path: '/healthz',
  tag: 'health',
  summary: 'Alive: the process answers',
  auth: 'anyone',
  answers: { 200: { description: 'Alive, in plain text', schema: null } },
});

const ready = operation({
  id: 'ready',
  method: 'GET',
  path: '/readyz',
  tag: 'health',
  summary: 'Can serve: the database answers and has every migration',
  auth: 'anyone',
  answers: { 200: { description: 'Ready, in plain text', schema: null } },
  problems: ['unavailable'],
});

export const healthOperations = [alive, ready];
