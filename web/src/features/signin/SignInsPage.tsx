import { Page } from "~/ui/Page";

export function SignInsPage() {
  return <Page title="縁側">{null}</Page>;
}
