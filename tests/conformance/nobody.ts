import { parseNhsNumber } from '../../utils/patient/nhs-number.ts';

/**
 * Valid NHS numbers of the range that is never issued (999), counted down from its end, where test data that is made up
 * in order does not reach.
 *
 * @param except the number of the patient who is asked for
 */
export function numbersOfNobody(except: string, count: number): readonly string[] {
  const found: string[] = [];
  for (let stem = 999_999_998; found.length < count; stem -= 1) {
    const valid = Array.from({ length: 10 }, (_, digit) => parseNhsNumber(`${stem}${digit}`)).find((one) => one);
    if (valid && valid !== except) found.push(valid);
  }
  return found;
}
