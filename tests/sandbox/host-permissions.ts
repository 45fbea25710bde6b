/** Match patterns of everything the sandbox serves; granted in test builds only. */
export const sandboxHosts = [
  'http://127.0.0.1/*',
  'http://gp-record.localhost/*',
  'http://out-of-hours.localhost/*',
  'http://care-home.localhost/*',
  'http://elsewhere.localhost/*',
  'http://launch.localhost/*',
  'http://corpus.localhost/*',
  'http://packs.localhost/*',
] as const;
