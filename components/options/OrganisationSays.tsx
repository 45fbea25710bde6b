import type { JSX } from 'preact';
import type { PolicyOnly } from '../../utils/settings/policy-schema.ts';
import { usePageWords } from '../words/pages.ts';
import { Managed } from './Managed.tsx';
import { organisationRows } from './organisation-rows.ts';

/** What nobody can set here at all: shown, so that nobody wonders why Planside does as it does. */
export function OrganisationSays({ says }: { says: PolicyOnly }): JSX.Element | null {
  const { POLICY } = usePageWords();
  const rows = organisationRows(says, POLICY);
  if (rows.length === 0) return null;
  return (
    <section class="part" aria-labelledby="organisation-heading" data-part="organisation">
      <h2 id="organisation-heading">{POLICY.only.heading}</h2>
      <Managed id="organisation-managed" />
      <dl class="rows">
        {rows.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
