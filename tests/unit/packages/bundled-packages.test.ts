import { describe, expect, it } from 'vitest';
import { packageOf } from '../../packages/bundled-packages.ts';

describe('the package a bundled module belongs to', () => {
  it.each([
    ['/home/somebody/planside/node_modules/idb/build/index.js', 'node_modules/idb'],
    ['/x/node_modules/@webext-core/messaging/dist/index.mjs', 'node_modules/@webext-core/messaging'],
    ['/x/node_modules/wxt/node_modules/@scope/part/a.mjs?v=1', 'node_modules/wxt/node_modules/@scope/part'],
    ['C:\\planside\\node_modules\\jose\\dist\\a.js', 'node_modules/jose'],
    ['\0vite/modulepreload-polyfill.js', 'node_modules/vite'],
    ['\0rolldown/runtime.js', 'node_modules/rolldown'],
    ['/x/planside/utils/page/sighting.ts', null],
    ['\0virtual:wxt-plugins', null],
  ])('of %s', (module, place) => {
    expect(packageOf(module)).toBe(place);
  });
});
