import { readImage } from '#lib/flows/images.ts';
import { imageOperation } from '#lib/http/contract/images.ts';
import { imageAnswer } from '#lib/http/image-answer.ts';
import { route } from '#lib/http/route.ts';

export const GET = route(imageOperation, async ({ params }) => imageAnswer(await readImage(params.key)));
