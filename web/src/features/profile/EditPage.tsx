/** Writing one's profile: the form over what was read last, kept as a draft until it is saved. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";
import { useLocation } from "wouter";

import { paths } from "~/lib/paths";
import { errorIdOf } from "~/lib/submission";
import { Page } from "~/ui/Page";
import { ErrorState, Loading } from "~/ui/States";

import { Editor } from "./Editor";
import { OwnProfileQuery, formFrom } from "./own";

export function EditPage() {
  const { t } = useLingui();
  const [, go] = useLocation();
  const [{ data, error }, again] = useQuery({ query: OwnProfileQuery, requestPolicy: "cache-and-network" });
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  const viewer = data?.viewer;
  if (!viewer) return <Loading />;
  return (
    <Page title={t`プロフィールを書く`} back={paths.me} lead={t`お名前のほかは任意です。だれに見えるかを、項目ごとに選べます。`} narrow>
      <Editor read={formFrom(viewer)} onDone={() => go(paths.me)} />
    </Page>
  );
}
