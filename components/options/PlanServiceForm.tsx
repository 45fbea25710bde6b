import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { TypedPlanService, WrongPlanService } from '../../utils/options/plan-service-form.ts';
import { usePageWords } from '../words/pages.ts';
import { Field, focusFirstWrong } from './Field.tsx';
import { Managed } from './Managed.tsx';

export type PlanServiceFormProps = {
  readonly shown: TypedPlanService;
  readonly managed: boolean;
  /** To be registered with the plan service; null where the browser has none. */
  readonly redirectAddress: string | null;
  /** Saves, or answers with what is wrong; nothing is saved then. */
  readonly onSave: (typed: TypedPlanService) => Promise<WrongPlanService>;
};

const MANAGED = 'plan-service-managed';

/** Who is asked for plans. Keeps what was typed until it can be saved. */
export function PlanServiceForm({ shown, managed, redirectAddress, onSave }: PlanServiceFormProps): JSX.Element {
  const { OPTIONS, OPTIONS_SAY } = usePageWords();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState(shown);
  const [wrong, setWrong] = useState<WrongPlanService>({});
  useEffect(() => focusFirstWrong(form.current), [wrong]);
  // Another plan service was saved, imported or set by policy meanwhile: the form begins anew with it.
  useEffect(() => {
    setTyped(shown);
    setWrong({});
  }, [JSON.stringify(shown)]);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    if (!managed) setWrong(await onSave(typed));
  }
  const field = (name: keyof TypedPlanService) => ({
    ...OPTIONS.planService[name],
    id: `plan-service-${name}`,
    value: typed[name],
    wrong: wrong[name] && OPTIONS_SAY.wrong.planService[name],
    lockedBy: managed ? MANAGED : undefined,
    onType: (text: string) => setTyped((before) => ({ ...before, [name]: text })),
  });

  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
      {managed ? <Managed id={MANAGED} /> : null}
      <Field {...field('name')} />
      <Field {...field('fhirBase')} />
      <Field {...field('clientId')} />
      {redirectAddress ? <RedirectAddress>{redirectAddress}</RedirectAddress> : null}
      <Field {...field('signInOrigins')} lines={2} />
      {managed ? null : (
        <div class="buttons">
          <button type="submit" class="button" data-main data-action="save-plan-service">
            {OPTIONS.planService.save}
          </button>
        </div>
      )}
    </form>
  );
}

function RedirectAddress({ children }: { children: string }): JSX.Element {
  const { planService } = usePageWords().OPTIONS;
  return (
    <p class="hint" data-part="redirect-address">
      {planService.redirectAddress} <code>{children}</code>
    </p>
  );
}
