import { parseNhsNumber } from '../../utils/patient/nhs-number.ts';
import { NHS_NUMBER_SYSTEM } from '../../utils/plan/codes.ts';
import type { Asking, FhirAnswer } from '../../utils/plan/service/asking.ts';
import { search } from '../../utils/plan/service/fhir-request.ts';

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

/** A search that tells nothing, should it be answered to somebody who may not ask. */
export function searchForNobody(asking: Asking, except: string): Promise<FhirAnswer> {
  const [nobody = ''] = numbersOfNobody(except, 1);
  return search(asking, 'Patient', [['identifier', `${NHS_NUMBER_SYSTEM}|${nobody}`]]);
}
