/** Where one was: each affiliation with where its confirmation stands, and the form to add, mend or take back one. */
import { useLingui } from "@lingui/react/macro";
import { Suspense, lazy, useState } from "react";
import { useQuery } from "urql";

import { graphql } from "~/gql/profile";
import { paths } from "~/lib/paths";
import { errorIdOf } from "~/lib/submission";
import { Button } from "~/ui/Button";
import { CardList } from "~/ui/Card";
import { Page, Section } from "~/ui/Page";
import { Empty, ErrorState, Loading } from "~/ui/States";
import { Stack } from "~/ui/Text";

import { AffiliationCard } from "./AffiliationCard";

/** Its controls are heavy: they are loaded when somebody adds one. */
const Declare = lazy(async () => ({ default: (await import("./Declare")).Declare }));

const CareerQuery = graphql(`
  query OwnCareer {
    viewer {
      id
      person {
        id
        affiliations {
          id
          ...OwnAffiliation
        }
      }
    }
  }
`);

export function CareerPage() {
  const { t } = useLingui();
  const [{ data, error }, again] = useQuery({ query: CareerQuery, requestPolicy: "cache-and-network" });
  const [adding, setAdding] = useState(false);
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  const viewer = data?.viewer;
  if (!viewer) return <Loading />;
  const { affiliations } = viewer.person;
  return (
    <Page
      title={t`在籍歴`}
      back={paths.me}
      lead={t`会社や官公庁にいた期間です。そのグループの運営者か事務局が確認します。書類の提出は求めません。`}
      narrow
    >
      <Stack gap={5}>
        {affiliations.length > 0 ? (
          <CardList>
            {affiliations.map((affiliation) => (
              <AffiliationCard key={affiliation.id} affiliation={affiliation} />
            ))}
          </CardList>
        ) : (
          <Empty icon="group" title={t`在籍歴はまだありません。`}>
            {t`どれかが確認されると、メンバーを探したり、募集に手を挙げたりできます。`}
          </Empty>
        )}
        {adding ? (
          <Section title={t`在籍歴を加える`}>
            <Suspense fallback={<Loading />}>
              <Declare onDone={() => setAdding(false)} />
            </Suspense>
          </Section>
        ) : (
          <div>
            <Button variant="secondary" icon="plus" onClick={() => setAdding(true)}>
              {t`在籍歴を加える`}
            </Button>
          </div>
        )}
      </Stack>
    </Page>
  );
}
