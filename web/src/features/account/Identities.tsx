/** Accounts at an OpenID provider that sign the member in, and taking one away; shown only to who has one. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";

import { graphql } from "~/gql/account";
import { formatAgo, formatDay } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { NOW, useSubmission } from "~/lib/submission";
import { Button } from "~/ui/Button";
import { Card, CardList } from "~/ui/Card";
import { Dialog } from "~/ui/Dialog";
import { FormProblem } from "~/ui/FormProblem";
import { Section } from "~/ui/Page";
import { Quiet, Row, Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

const IdentitiesQuery = graphql(`
  query Identities {
    viewer {
      id
      identities {
        id
        provider
        createdAt
        lastUsedAt
      }
    }
  }
`);

const UnlinkIdentity = graphql(`
  mutation UnlinkIdentity($input: UnlinkIdentityInput!) {
    unlinkIdentity(input: $input) {
      ... on IdentityUnlinked {
        identity
      }
      ... on Problem {
        message
        code
      }
      ... on Invalid {
        field
      }
    }
  }
`);

type Linked = { id: string; provider: string; createdAt: string; lastUsedAt: string };

export function Identities() {
  const { t } = useLingui();
  const [{ data }, again] = useQuery({ query: IdentitiesQuery, requestPolicy: "cache-and-network" });
  const [asking, setAsking] = useState<Linked | null>(null);
  const unlink = useSubmission(UnlinkIdentity, NOW);
  const say = useToast();
  const identities = data?.viewer?.identities ?? [];
  const provider = asking?.provider ?? "";

  const takeAway = async (identity: string) => {
    const outcome = await unlink.send({ identity });
    if (!outcome.ok) return;
    setAsking(null);
    say(t`${provider}をはずしました。`);
    again({ requestPolicy: "network-only" });
  };

  if (identities.length === 0) return null;
  return (
    <Section title={t`ほかのサービスでのログイン`}>
      <CardList>
        {identities.map((identity) => (
          <IdentityCard key={identity.id} {...identity} onUnlink={() => setAsking(identity)} />
        ))}
      </CardList>
      <Dialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={t`${provider}でのログインをはずしますか？`}
        actions={
          <Button variant="danger" pending={unlink.state !== "idle"} onClick={() => void (asking && takeAway(asking.id))}>
            {t`はずす`}
          </Button>
        }
      >
        <p>{t`次からは、このアカウントではログインできません。メールでのログインは、これまでどおり使えます。いまログインしている端末は、そのままです。`}</p>
        <FormProblem problem={unlink.problem} state={unlink.state} />
      </Dialog>
    </Section>
  );
}

function IdentityCard({ provider, createdAt, lastUsedAt, onUnlink }: Linked & { onUnlink: () => void }) {
  const { t } = useLingui();
  const since = formatDay(createdAt, activeLanguage());
  const seen = formatAgo(lastUsedAt, activeLanguage());
  return (
    <Card as="li">
      <Row ends>
        <Stack gap={1}>
          <p>
            <strong>{provider}</strong>
          </p>
          <Quiet>{t`${since}に追加・最後に使ったのは${seen}`}</Quiet>
        </Stack>
        <Button variant="quiet" onClick={onUnlink} aria-label={t`${provider}をはずす`}>
          {t`はずす`}
        </Button>
      </Row>
    </Card>
  );
}
