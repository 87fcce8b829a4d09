import { Page } from "~/ui/Page";

export function WelcomePage() {
  return <Page title="縁側">{null}</Page>;
}
