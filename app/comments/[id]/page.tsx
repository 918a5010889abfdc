import { notFound, redirect } from 'next/navigation';
import { OPENABLE } from '#components/comment/addresses.ts';
import { id as commentId } from '#lib/errors/fields.ts';
import { Problem } from '#lib/errors/problem.ts';
import { whereIs } from '#lib/flows/discuss.ts';
import { getViewer } from '#lib/http/viewer.ts';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ open?: string | string[] }>;
}

/** The permalink of a comment: leads to where it stands, with all that is above it in its branch. */
export default async function CommentPage({ params, searchParams }: Props) {
  const [{ id }, viewer] = await Promise.all([params, getViewer()]);
  const place = commentId.safeParse(id).success ? await placeOf(id, viewer) : null;
  if (place === null) notFound();
  const { open } = await searchParams;
  const wanted = OPENABLE.find((one) => one === open);
  redirect(wanted ? place.replace('?', `?open=${wanted}&`) : place);
}

async function placeOf(id: string, viewer: Awaited<ReturnType<typeof getViewer>>) {
  try {
    return await whereIs(viewer, id);
  } catch (error) {
    if (error instanceof Problem && error.code === 'not-found') return null;
    throw error;
  }
}
