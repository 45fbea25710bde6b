const ANSWER_WITHIN = 2_000;

/**
 * What is answered, or `otherwise` when that fails or does not come in time: a page or frame that leaves while it is
 * asked may never answer, and one that has left cannot even be asked.
 */
export async function soon<T, Other>(ask: () => Promise<T>, otherwise: Other): Promise<T | Other> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Other>((done) => {
    timer = setTimeout(done, ANSWER_WITHIN, otherwise);
  });
  try {
    return await Promise.race([ask(), late]);
  } catch {
    return otherwise;
  } finally {
    clearTimeout(timer);
  }
}
