import { Page } from "~/ui/Page";

export function SignInPage() {
  return <Page title="縁側">{null}</Page>;
}
