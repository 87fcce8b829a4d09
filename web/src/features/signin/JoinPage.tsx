import { Page } from "~/ui/Page";

export function JoinPage() {
  return <Page title="縁側">{null}</Page>;
}
