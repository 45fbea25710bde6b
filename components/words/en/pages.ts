export { OPTIONS } from './options.ts';
export { OPTIONS_SAY } from './options-outcomes.ts';
