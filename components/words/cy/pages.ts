export { HEALTH } from './health.ts';
export { OPTIONS } from './options.ts';
export { OPTIONS_SAY } from './options-outcomes.ts';
export { POLICY } from './policy.ts';
export { PRIVACY } from './privacy.ts';
export { TEACH } from './teach.ts';
export { WELCOME } from './welcome.ts';
