import { Page } from "~/ui/Page";

export function TermsPage() {
  return <Page title="縁側">{null}</Page>;
}
