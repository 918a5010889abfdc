import { notFound } from 'next/navigation';

/** Every address that nothing else answers: as a page of its own it gets its fonts and styles like any other. */
export default function Missing() {
  notFound();
}
