/** The account: the address that signs in, the devices, and signing out here. */
import { useLingui } from "@lingui/react/macro";

import { graphql } from "~/gql/profile";
import { useLeave } from "~/lib/leaving";
import { paths } from "~/lib/paths";
import { useSubmission } from "~/lib/submission";
import { Button, Buttons, LinkButton } from "~/ui/Button";
import { FormProblem } from "~/ui/FormProblem";
import { Section } from "~/ui/Page";
import { Quiet } from "~/ui/Text";

const SignOutHere = graphql(`
  mutation SignOutHere($input: SignOutInput!) {
    signOut(input: $input) {
      ... on SignedOut {
        ok
      }
      ... on Problem {
        message
        code
      }
    }
  }
`);

export function Leaving({ email }: { email: string }) {
  const { t } = useLingui();
  const leave = useLeave();
  const signOut = useSubmission(SignOutHere);
  return (
    <Section title={t`ログインについて`}>
      <Quiet>{t`ログインに使うメールアドレスは${email}です。ほかのメンバーには見えません。`}</Quiet>
      <FormProblem problem={signOut.problem} state={signOut.state} />
      <Buttons>
        <LinkButton href={paths.signIns} variant="secondary" icon="lock">{t`ログインと安全`}</LinkButton>
        <LinkButton href={paths.data} variant="secondary">{t`データと退会`}</LinkButton>
        <Button variant="quiet" icon="leave" pending={signOut.state !== "idle"} onClick={() => void signOut.send({}).then(({ ok }) => ok && leave())}>
          {t`この端末からログアウトする`}
        </Button>
      </Buttons>
    </Section>
  );
}
