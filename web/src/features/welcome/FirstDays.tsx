/** The first days after one was confirmed: who was at the same company, and one kind prompt to say a word of oneself. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";

import { graphql } from "~/gql/welcome";
import { companyName } from "~/lib/companies";
import { paths } from "~/lib/paths";
import { LinkButton } from "~/ui/Button";
import { Section } from "~/ui/Page";

import { Faces } from "./Faces";
import { Introduce } from "./Introduce";

const FirstDaysQuery = graphql(`
  query HomeFirstDays {
    viewer {
      id
      nextStep
      person {
        id
        headline
        affiliations {
          id
          state
          company {
            id
            name
            nameEn
          }
        }
      }
      colleagues(first: 3) {
        totalCount
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

export function FirstDays() {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: FirstDaysQuery, requestPolicy: "cache-and-network" });
  if (!data?.viewer) return null;
  const { colleagues, person, nextStep } = data.viewer;
  const confirmed = person.affiliations.filter(({ state }) => state === "CONFIRMED").map(({ company }) => company);
  const people = colleagues.edges.map(({ node }) => node);
  const count = colleagues.totalCount;
  const company = confirmed[0] ? companyName(confirmed[0]) : "";
  const all = `${paths.people}?${new URLSearchParams(confirmed.map(({ id }) => ["companies", id])).toString()}`;
  return (
    <>
      {nextStep === "GIVES" && !person.headline ? <Introduce /> : null}
      {people.length > 0 ? (
        <Section
          title={confirmed.length === 1 ? t`${company}にいた方` : t`同じ会社にいた方`}
          beside={count > people.length ? <LinkButton href={all} variant="quiet">{t`${plural(count, { other: "#人" })}をすべて見る`}</LinkButton> : null}
        >
          <Faces people={people} />
        </Section>
      ) : null}
    </>
  );
}
