import { Page } from "~/ui/Page";

export function LinkPage() {
  return <Page title="縁側">{null}</Page>;
}
