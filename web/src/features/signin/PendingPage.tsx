import { Page } from "~/ui/Page";

export function PendingPage() {
  return <Page title="縁側">{null}</Page>;
}
