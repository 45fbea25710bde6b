import { describe, expect, it } from 'vitest';
import { usageFrom } from '../../conformance/usage.ts';

const say = () => undefined;
const used = (line: string, env: Record<string, string> = {}) =>
  usageFrom(
    line.split(' ').filter((word) => word !== ''),
    env,
    say,
  );

const SERVICE = '--base https://plans.example/fhir/R4/ --nhs-number 9991045120';

describe('the command line', () => {
  it('asks for a service, in the words of the design', () => {
    expect(
      used(`${SERVICE} --birth-date 14/07/1938 --token a.b-c_d~e+f/g= --ods X26 --role 555021935107 --json out.json`),
    ).toMatchObject({
      kind: 'service',
      json: 'out.json',
      wanted: {
        base: 'https://plans.example/fhir/R4',
        nhsNumber: '9991045120',
        birthDate: '1938-07-14',
        token: 'a.b-c_d~e+f/g=',
        clientId: null,
        odsCode: 'X26',
        roleId: '555021935107',
        writeAudit: false,
        callbackPort: 8199,
      },
    });
  });

  it('asks for a sign-in, which a token in the surroundings does not take the place of', () => {
    const usage = used(`${SERVICE} --client-id planside --sign-in-origin https://login.example/x`, {
      PLANSIDE_TOKEN: 't',
    });
    expect(usage).toMatchObject({
      wanted: { clientId: 'planside', token: null, signInOrigins: ['https://login.example'] },
    });
  });

  it('takes number, date and token from the surroundings, so that they stand in no history', () => {
    const env = { PLANSIDE_NHS_NUMBER: '999 104 5120', PLANSIDE_BIRTH_DATE: '1938-07-14', PLANSIDE_TOKEN: 't' };
    expect(used('--base https://plans.example', env)).toMatchObject({
      wanted: { base: 'https://plans.example', nhsNumber: '9991045120', birthDate: '1938-07-14', token: 't' },
    });
  });

  it('asks for documents', () => {
    expect(used('--documents dir --json out.json')).toEqual({ kind: 'documents', folder: 'dir', json: 'out.json' });
  });

  it.each([
    '',
    '--nhs-number 9991045120',
    '--base https://plans.example',
    '--base plans.example --nhs-number 9991045120',
    '--base ftp://plans.example --nhs-number 9991045120',
    '--base https://u:p@plans.example --nhs-number 9991045120',
    '--base https://plans.example/?a=b --nhs-number 9991045120',
    '--base https://plans.example/9991045120 --nhs-number 9991045120',
    '--base https://plans.example --nhs-number 9991045121',
    `${SERVICE} --birth-date 31/02/1938`,
    `${SERVICE} --token t --client-id c`,
    `${SERVICE} --token t\u00e9`,
    `${SERVICE} --ods X|26`,
    `${SERVICE} --sign-in-origin login`,
    `${SERVICE} --port many`,
    `${SERVICE} --port 70000`,
    `${SERVICE} --unknown 9991045120`,
    `${SERVICE} 9991045120`,
    `${SERVICE} --documents dir`,
    '--base',
  ])('is wrong, and what was typed is not repeated: %s', (line) => {
    const usage = used(line);
    expect(usage).toMatchObject({ kind: 'wrong', why: expect.stringMatching(/\.$/) });
    expect(JSON.stringify(usage)).not.toMatch(/999104512|t\u00e9|31\/02/);
  });
});
