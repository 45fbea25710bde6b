import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { TypedPlanService, WrongPlanService } from '../../utils/options/plan-service-form.ts';
import { Field, focusFirstWrong } from './Field.tsx';

export type PlanServiceFormProps = {
  readonly shown: TypedPlanService;
  /** To be registered with the plan service; null where the browser has none. */
  readonly redirectAddress: string | null;
  /** Saves, or answers with what is wrong; nothing is saved then. */
  readonly onSave: (typed: TypedPlanService) => Promise<WrongPlanService>;
};

/** Who is asked for plans. Keeps what was typed until it can be saved. */
export function PlanServiceForm({ shown, redirectAddress, onSave }: PlanServiceFormProps): JSX.Element {
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState(shown);
  const [wrong, setWrong] = useState<WrongPlanService>({});
  useEffect(() => focusFirstWrong(form.current), [wrong]);
  // Another plan service was saved or imported meanwhile: the form begins anew with it.
  useEffect(() => {
    setTyped(shown);
    setWrong({});
  }, [JSON.stringify(shown)]);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    setWrong(await onSave(typed));
  }
  const field = (name: keyof TypedPlanService) => ({
    id: `plan-service-${name}`,
    value: typed[name],
    wrong: wrong[name],
    onType: (text: string) => setTyped((before) => ({ ...before, [name]: text })),
  });

  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
      <Field {...field('name')} label="Name" hint="As staff will read it in the sidebar" />
      <Field {...field('fhirBase')} label="FHIR address" hint="The service’s FHIR R4 base URL" />
      <Field {...field('clientId')} label="Client ID" hint="What the plan service calls Planside; not a secret" />
      {redirectAddress ? <RedirectAddress>{redirectAddress}</RedirectAddress> : null}
      <Field
        {...field('signInOrigins')}
        label="Other sign-in addresses"
        hint="Only if people sign in somewhere else than at the FHIR address. One on each line"
        lines={2}
      />
      <div class="buttons">
        <button type="submit" class="button" data-main data-action="save-plan-service">
          Save plan service
        </button>
      </div>
    </form>
  );
}

function RedirectAddress({ children }: { children: string }): JSX.Element {
  return (
    <p class="hint" data-part="redirect-address">
      The plan service must know this redirect address of Planside in this browser: <code>{children}</code>
    </p>
  );
}
