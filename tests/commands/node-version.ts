const NEEDED = 26;

/** What to tell the person when this Node ("v24.21.0") is too old to run Planside's commands; null when it is not. */
export function nodeTooOld(version: string): string | null {
  const major = Number(/^v(\d+)\./.exec(version)?.[1] ?? 0);
  if (major >= NEEDED) return null;
  return (
    `This needs Node ${NEEDED} or newer and is being run by ${version}. Start it through npm ("npm start", "npm test"): ` +
    `that uses the Node installed beside the project. Where none is packaged, install Node ${NEEDED} first.`
  );
}
