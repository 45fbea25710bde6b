import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { SystemState } from '../../utils/options/origins.ts';
import type { TypedSystem, WrongSystem } from '../../utils/options/system-form.ts';
import type { ClinicalSystem } from '../../utils/settings/settings.ts';
import { usePageWords } from '../words/pages.ts';
import { Managed } from './Managed.tsx';
import { type Overruled, SystemCard } from './SystemCard.tsx';
import { SystemForm } from './SystemForm.tsx';

/** A clinical system, the browser's word on it, and what its form shows when it is changed. */
export type ShownSystem = {
  readonly system: ClinicalSystem;
  readonly state: SystemState;
  readonly missing: readonly string[];
  readonly typed: TypedSystem;
  readonly overruled?: Overruled;
};

export type SystemsProps = {
  readonly systems: readonly ShownSystem[];
  /** Set by the organisation: each may be allowed and left here, and none changed. */
  readonly managed: boolean;
  readonly planServiceSet: boolean;
  /** What the form of a new system shows. */
  readonly emptyForm: TypedSystem;
  /** `id` null: a new system. Nothing is saved when something is wrong. */
  readonly onSave: (id: string | null, typed: TypedSystem) => Promise<WrongSystem>;
  readonly onAllow: (system: ClinicalSystem) => void;
  readonly onRemove: (system: ClinicalSystem) => void;
  readonly onLeave: (system: ClinicalSystem) => void;
  /** Opens the page on which Planside is taught to read a system. */
  readonly onTeach: (system: ClinicalSystem) => void;
};

const NEW = 'new-system';

/** All clinical systems, at most one of them open as a form. */
export function Systems(props: SystemsProps): JSX.Element {
  const { systems } = usePageWords().OPTIONS;
  const [open, setOpen] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  function close(): void {
    setOpen(null);
    heading.current?.focus();
  }
  async function save(id: string | null, typed: TypedSystem): Promise<WrongSystem> {
    const wrong = await props.onSave(id, typed);
    if (Object.keys(wrong).length === 0) close();
    return wrong;
  }
  /** The button goes with what it does. */
  const goesWith = (act: () => void) => () => {
    act();
    heading.current?.focus();
  };
  const form = (id: string | null, shown: TypedSystem) => (
    <SystemForm key={id ?? NEW} id={id ?? NEW} shown={shown} onSave={(now) => save(id, now)} onCancel={close} />
  );
  const card = ({ typed: _, ...shown }: ShownSystem) => (
    <SystemCard
      key={shown.system.id}
      {...shown}
      managed={props.managed}
      planServiceSet={props.planServiceSet}
      onAllow={() => props.onAllow(shown.system)}
      onChange={() => setOpen(shown.system.id)}
      onRemove={goesWith(() => props.onRemove(shown.system))}
      onLeave={goesWith(() => props.onLeave(shown.system))}
      onTeach={() => props.onTeach(shown.system)}
    />
  );

  return (
    <section class="part" aria-labelledby="systems-heading">
      <h2 id="systems-heading" ref={heading} tabIndex={-1}>
        {systems.heading}
      </h2>
      {props.managed ? <Managed id="systems-managed" /> : null}
      {props.systems.length === 0 ? <p>{props.managed ? systems.noneManaged : systems.none}</p> : null}
      {props.systems.map((shown) =>
        open === shown.system.id && !props.managed ? form(shown.system.id, shown.typed) : card(shown),
      )}
      {props.managed ? null : open === NEW ? form(null, props.emptyForm) : <AddSystem onAdd={() => setOpen(NEW)} />}
    </section>
  );
}

function AddSystem({ onAdd }: { onAdd: () => void }): JSX.Element {
  const { systems } = usePageWords().OPTIONS;
  return (
    <button type="button" class="button" data-action="add-system" onClick={onAdd}>
      {systems.add}
    </button>
  );
}
