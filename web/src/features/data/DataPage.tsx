/** What is kept about me as a file; leaving the platform, and staying after all. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";

import { graphql } from "~/gql/data";
import { paths } from "~/lib/paths";
import { errorIdOf } from "~/lib/submission";
import { Page } from "~/ui/Page";
import { ErrorState, Loading } from "~/ui/States";
import { Stack } from "~/ui/Text";

import { Export } from "./Export";
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
      export {
        ...OwnExport
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
    <Page title={t`データと退会`} back={paths.me} narrow>
      <Stack gap={8}>
        <Export standing={viewer.export} onLook={() => again({ requestPolicy: "network-only" })} />
        {viewer.departure ? <Stay erasedAt={viewer.departure.erasedAt} /> : <Leave email={viewer.email} hasFactor={viewer.safety.totp || viewer.safety.passkeys.length > 0} />}
      </Stack>
    </Page>
  );
}
