/**
 * The extension API for the background and the extension's own pages: the one module that imports the polyfill. The
 * content script goes without (it would cost 10 kB in every frame) and uses the browser's own API.
 */
export { default as browser } from 'webextension-polyfill';
