/** A synthetic person of the sandbox. Nobody here exists; every NHS number is in the 999 test range. */
export type Person = {
  /** FHIR id of the Patient on the plan service; unguessable from the NHS number. */
  readonly patientId: string;
  /** 10 digits, passes modulus 11. */
  readonly nhsNumber: string;
  /** Numbers this person had before; the plan service answers to them with the current one. */
  readonly replacedNhsNumbers: readonly string[];
  readonly title: string;
  readonly givenNames: readonly string[];
  readonly familyName: string;
  readonly preferredName?: string;
  readonly previousFamilyNames: readonly string[];
  /** ISO date. */
  readonly birthDate: string;
  readonly gender: 'female' | 'male' | 'other' | 'unknown';
  /** ISO date of death; `true` where only the fact is known. */
  readonly deceased?: string | true;
  readonly restricted: boolean;
  readonly addressLines: readonly string[];
  readonly postcode: string;
  readonly phone?: string;
  /** Id of the care home the person lives in, with the room. */
  readonly careHome?: string;
  readonly room?: string;
  /** On the list of the sandbox's GP practice. */
  readonly gpList: boolean;
  /** Standing in tonight's out-of-hours queue. */
  readonly outOfHours?: {
    readonly calledAt: string;
    readonly complaint: string;
    readonly priority: 'urgent' | 'soon' | 'routine';
  };
};

export type CareHome = {
  readonly id: string;
  readonly name: string;
  /** Synthetic ODS code. */
  readonly odsCode: string;
  readonly phone: string;
};

export type People = {
  readonly persons: readonly Person[];
  readonly careHomes: readonly CareHome[];
  /** The GP practice and the out-of-hours provider. */
  readonly practice: { readonly name: string; readonly odsCode: string; readonly phone: string };
  readonly outOfHoursProvider: { readonly name: string; readonly odsCode: string; readonly phone: string };
};
