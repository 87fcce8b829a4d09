import { Page } from "~/ui/Page";

export function ContactPage() {
  return <Page title="縁側">{null}</Page>;
}
