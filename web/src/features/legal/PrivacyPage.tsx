import { Page } from "~/ui/Page";

export function PrivacyPage() {
  return <Page title="縁側">{null}</Page>;
}
