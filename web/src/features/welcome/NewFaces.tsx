/** People who came lately; where there are none, nothing stands here. */
import { useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { useQuery } from "urql";

import { graphql } from "~/gql/welcome";
import { paths } from "~/lib/paths";
import { Section } from "~/ui/Page";

import { Faces } from "./Faces";

const FacesQuery = graphql(`
  query HomeNewFaces {
    viewer {
      id
      newFaces(first: 3) {
        edges {
          node {
            id
            ...Face
          }
        }
      }
    }
  }
`);

export function NewFaces() {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: FacesQuery, requestPolicy: "cache-and-network" });
  const people = data?.viewer?.newFaces.edges.map(({ node }) => node) ?? [];
  if (people.length === 0) return null;
  return (
    <Section title={t`新しい顔ぶれ`} beside={<Link href={paths.people}>{t`メンバーを探す`}</Link>}>
      <Faces people={people} />
    </Section>
  );
}
