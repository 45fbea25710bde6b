import type { JSX } from 'preact';
import type { RoleChoice } from '../../utils/view/view.ts';
import { ROLE_NEEDED } from '../access-words.ts';
import { type On, Say } from '../Buttons.tsx';

/** A person in several roles says in which one they look: none is chosen for them. */
export function RoleNeeded(props: { name: string; roles: readonly RoleChoice[]; on: On }): JSX.Element {
  const { name, roles, on } = props;
  return (
    <Say heading={ROLE_NEEDED.heading} level={1} says={[]}>
      <p data-part="says">
        You are signed in as <bdi>{name}</bdi>.
      </p>
      <p data-part="says">{ROLE_NEEDED.says}</p>
      <ul class="buttons roles">
        {roles.map(({ role, organisation }, index) => (
          <li key={`${index} ${role}`}>
            <button
              type="button"
              class="button"
              data-command="chooseRole"
              onClick={() => on({ do: 'chooseRole', index })}
            >
              <bdi>{role || ROLE_NEEDED.unnamed}</bdi>
              {organisation ? (
                <small>
                  <bdi>{organisation}</bdi>
                </small>
              ) : null}
            </button>
          </li>
        ))}
      </ul>
      <p class="hint">{ROLE_NEEDED.hint}</p>
    </Say>
  );
}
