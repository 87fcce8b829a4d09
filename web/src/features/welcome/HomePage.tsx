import { Page } from "~/ui/Page";

export function HomePage() {
  return <Page title="縁側">{null}</Page>;
}
