import type { Operation } from '../operation.ts';
import { annotationOperations } from './annotations.ts';
import { articleOperations } from './articles.ts';
import { claimOperations } from './claims.ts';
import { commentOperations } from './comments.ts';
import { eventOperations } from './events.ts';
import { evidenceOperations } from './evidence.ts';
import { exhibitOperations } from './exhibits.ts';
import { familyOperations } from './families.ts';
import { feedOperations } from './feeds.ts';
import { healthOperations } from './health.ts';
import { imageOperations } from './images.ts';
import { interchangeOperations } from './interchange.ts';
import { labelOperations } from './labels.ts';
import { moderationOperations } from './moderation.ts';
import { preferencesOperations } from './preferences.ts';
import { ratingOperations } from './ratings.ts';
import { reportOperations } from './reports.ts';
import { revisionOperations } from './revisions.ts';
import { rulingOperations } from './rulings.ts';
import { searchOperations } from './search.ts';
import { settingsOperations } from './settings.ts';
import { textOperations } from './texts.ts';
import { userOperations } from './users.ts';
import { webPageOperations } from './web-pages.ts';

/** The whole HTTP contract, in the order in which it is described. */
export const operations: readonly Operation[] = [
  ...articleOperations,
  ...revisionOperations,
  ...imageOperations,
  ...exhibitOperations,
  ...annotationOperations,
  ...claimOperations,
  ...familyOperations,
  ...evidenceOperations,
  ...labelOperations,
  ...webPageOperations,
  ...rulingOperations,
  ...ratingOperations,
  ...searchOperations,
  ...interchangeOperations,
  ...feedOperations,
  ...commentOperations,
  ...reportOperations,
  ...moderationOperations,
  ...eventOperations,
  ...preferencesOperations,
  ...userOperations,
  ...settingsOperations,
  ...textOperations,
  ...healthOperations,
];
