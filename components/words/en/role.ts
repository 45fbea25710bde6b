/** Somebody with several roles chooses one. */
export const ROLE = {
  heading: 'Choose your role',
  signedInAs: 'You are signed in as {name}.',
  says: 'Planside has not looked for a plan, so this says nothing about whether there is one.',
  hint: 'You can switch at any time, at the foot of Planside.',
  /** A sign-in service may leave the name of a role out. */
  unnamed: 'Role without a name',
};
