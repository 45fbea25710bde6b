import type { ComponentChildren, JSX } from 'preact';
import { Fragment } from 'preact';

type FilledProps = { says: string } & Readonly<Record<string, ComponentChildren>>;

/** A sentence of ours with something drawn in it: `by {who}`, each place filled by what is given under its name. */
export function Filled({ says, ...drawn }: FilledProps): JSX.Element {
  return (
    <>
      {says.split(/\{(\w+)\}/).map((part, at) => (
        <Fragment key={`${at} ${part}`}>{at % 2 === 0 ? part : drawn[part]}</Fragment>
      ))}
    </>
  );
}
