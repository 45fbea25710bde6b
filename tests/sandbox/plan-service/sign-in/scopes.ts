/** What a client may ask for (SMART App Launch 2 scope syntax); nothing else is granted. */
export const SCOPES = [
  'openid',
  'fhirUser',
  'offline_access',
  'user/Patient.rs',
  'user/Composition.rs',
  'user/DocumentReference.rs',
  'user/Group.rs',
  'user/AuditEvent.c',
] as const;
