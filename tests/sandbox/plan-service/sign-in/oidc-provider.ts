/**
 * oidc-provider warns of every Node.js release line that is not (yet) called LTS, the one this project runs on among
 * them. That one sentence is kept from the console; whatever else it warns of is heard.
 */
const warn = console.warn;
console.warn = (...words: unknown[]) => {
  if (!String(words[0]).includes('Unsupported runtime')) warn(...words);
};
const { errors, Provider } = await import('oidc-provider').finally(() => {
  console.warn = warn;
});

export { errors, Provider };
