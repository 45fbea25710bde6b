import type { JSX } from 'preact';
import type { OtherDocument } from '../../utils/plan/plan.ts';
import { Authored } from '../facts/Authored.tsx';
import { Hidden, NotRecorded } from '../facts/Missing.tsx';
import { Source } from '../facts/Source.tsx';
import type { SeenPlan } from '../parts.ts';
import { useWords } from '../words/words.ts';
import { Fact } from './Section.tsx';
import { ToldSection } from './ToldSection.tsx';

/** A paper in the home tells where the home is. */
function WhereItIs({ location, restricted }: { location: string | undefined; restricted: boolean }): JSX.Element {
  if (!location) return <NotRecorded />;
  return restricted ? <Hidden why="restricted" /> : <Authored>{location}</Authored>;
}

function OneDocument({ document, restricted }: { document: OtherDocument; restricted: boolean }): JSX.Element {
  const { OTHER_DOCUMENTS } = useWords();
  const { name, location, heldBy } = document;
  return (
    <li data-part="other-document">
      <b class="said" dir="auto">
        <Authored>{name}</Authored>
      </b>
      <dl class="facts">
        <Fact label={OTHER_DOCUMENTS.where}>
          <WhereItIs location={location} restricted={restricted} />
        </Fact>
        <Fact label={OTHER_DOCUMENTS.heldBy}>{heldBy ? <Authored>{heldBy}</Authored> : <NotRecorded />}</Fact>
      </dl>
    </li>
  );
}

/** Forms and papers that lie somewhere: what, where, whose. */
export function OtherDocuments(seen: SeenPlan): JSX.Element {
  const { restricted } = seen.plan.patient;
  return (
    <ToldSection
      {...seen}
      part="otherDocuments"
      name="other-documents"
      told={seen.plan.otherDocuments}
      closedLine={(documents) => <Authored>{documents.map(({ name }) => name).join('; ')}</Authored>}
    >
      {(documents, source) => (
        <>
          <ul class="other-documents">
            {documents.map((document, at) => (
              <OneDocument key={`${at} ${document.name}`} document={document} restricted={restricted} />
            ))}
          </ul>
          <Source source={source} />
        </>
      )}
    </ToldSection>
  );
}
