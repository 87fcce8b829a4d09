/** Leaving the platform, and staying after all. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";

import { graphql } from "~/gql/data";
import { paths } from "~/lib/paths";
import { errorIdOf } from "~/lib/submission";
import { Buttons, LinkButton } from "~/ui/Button";
import { Page } from "~/ui/Page";
import { ErrorState, Loading } from "~/ui/States";
import { Stack } from "~/ui/Text";

import { Leave } from "./Leave";
import { Stay } from "./Stay";

const DataQuery = graphql(`
  query Data {
    viewer {
      id
      email
      departure {
        erasedAt
      }
      safety {
        totp
        passkeys {
          id
        }
      }
    }
  }
`);

export function DataPage() {
  const { t } = useLingui();
  const [{ data, error }, again] = useQuery({ query: DataQuery, requestPolicy: "cache-and-network" });
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  const viewer = data?.viewer;
  if (!viewer) return <Loading />;
  return (
    <Page title={t`退会`} narrow>
      <Stack gap={8}>
        {viewer.departure ? <Stay erasedAt={viewer.departure.erasedAt} /> : <Leave email={viewer.email} hasFactor={viewer.safety.totp || viewer.safety.passkeys.length > 0} />}
        <Buttons>
          <LinkButton href={paths.me} variant="quiet" icon="back">{t`わたしに戻る`}</LinkButton>
        </Buttons>
      </Stack>
    </Page>
  );
}
