/** Words that search takes for one another: a word is tried out, an entry is added, and all entries are looked through. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";

import { graphql } from "~/gql/synonyms";
import { paths } from "~/lib/paths";
import { errorIdOf } from "~/lib/submission";
import { useMember } from "~/lib/viewer";
import { Button } from "~/ui/Button";
import { Card } from "~/ui/Card";
import { Page, Section } from "~/ui/Page";
import { ErrorState, Loading, NotFound } from "~/ui/States";
import { Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";
import { SecondFactor } from "~/ui/asking/SecondFactor";

import { Entries } from "./Entries";
import { EntryForm } from "./EntryForm";
import { TryOut } from "./TryOut";

const StewardQuery = graphql(`
  query WordsSteward {
    viewer {
      id
      isSteward
    }
  }
`);

export function SynonymsPage() {
  const { t } = useLingui();
  const { operates, needsSecondFactor } = useMember();
  const [{ data, error }, again] = useQuery({ query: StewardQuery });
  if (!operates) return <NotFound />;
  if (needsSecondFactor) {
    return (
      <Page title={t`言い換えの言葉`} back={paths.queue}>
        <SecondFactor href={paths.signIns} />
      </Page>
    );
  }
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!data) return <Loading />;
  return data.viewer?.isSteward ? <Words /> : <NotFound />;
}

function Words() {
  const { t } = useLingui();
  const say = useToast();
  const [adding, setAdding] = useState(false);
  return (
    <Page
      title={t`言い換えの言葉`}
      lead={t`同じ意味の言葉は、どれで探しても見つかります。変えると、数秒でみんなの検索に反映されます。保存した条件のお知らせにも、これから届くものから反映されます。`}
      back={paths.queue}
      narrow
    >
      <Stack gap={6}>
        <TryOut />
        {adding ? (
          <Section title={t`項目を加える`}>
            <Card as="div">
              <EntryForm
                onClose={() => setAdding(false)}
                onDone={() => {
                  setAdding(false);
                  say(t`項目を加えました。`);
                }}
              />
            </Card>
          </Section>
        ) : (
          <div>
            <Button variant="secondary" icon="plus" onClick={() => setAdding(true)}>
              {t`項目を加える`}
            </Button>
          </div>
        )}
        <Entries />
      </Stack>
    </Page>
  );
}
