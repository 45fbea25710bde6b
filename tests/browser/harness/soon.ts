const ANSWER_WITHIN = 2_000;

/**
 * The promise's value, or `otherwise` when it fails or does not answer in time: a page or frame that leaves while it is
 * asked may never answer.
 */
export async function soon<T, Other>(promise: Promise<T>, otherwise: Other): Promise<T | Other> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Other>((done) => {
    timer = setTimeout(done, ANSWER_WITHIN, otherwise);
  });
  try {
    return await Promise.race([promise, late]);
  } catch {
    return otherwise;
  } finally {
    clearTimeout(timer);
  }
}
