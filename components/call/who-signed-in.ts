import type { SignedInAs } from '../../utils/view/view.ts';

/** `Sam Patel, GP, Example Lane Surgery`; what is not known is left out. */
export function whoSignedIn({ name, role, organisation }: SignedInAs): string {
  return [name, role, organisation].filter((words) => words !== '').join(', ');
}
