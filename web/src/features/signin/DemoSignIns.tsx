/** The demo world's ready-made sign-ins; they exist only there. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";

import { graphql } from "~/gql/signin";
import { useArrive } from "~/lib/arriving";
import { NOW, useSubmission } from "~/lib/submission";
import { Button } from "~/ui/Button";
import { Card } from "~/ui/Card";
import { FormProblem } from "~/ui/FormProblem";
import { Section } from "~/ui/Page";
import { Quiet, Row, Stack } from "~/ui/Text";

const DemoQuery = graphql(`
  query DemoSignIns {
    site {
      demoSignIns {
        key
        label
        description
      }
    }
  }
`);

const SignInToDemo = graphql(`
  mutation SignInToDemo($input: SignInToDemoInput!) {
    signInToDemo(input: $input) {
      ... on SignedIn {
        isNew
        viewer {
          id
        }
      }
      ... on Problem {
        message
        code
      }
      ... on Invalid {
        field
      }
    }
  }
`);

export function DemoSignIns() {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: DemoQuery });
  const signIn = useSubmission(SignInToDemo, NOW);
  const arrive = useArrive();
  const enter = async (key: string) => {
    const outcome = await signIn.send({ key });
    if (outcome.ok) arrive(false);
  };
  if (!data || data.site.demoSignIns.length === 0) return null;
  return (
    <Section title={t`デモをためす`}>
      <Card>
        <Stack gap={4}>
          <Quiet>{t`架空のメンバーとして、すぐに入れます。`}</Quiet>
          {data.site.demoSignIns.map(({ key, label, description }) => (
            <Row key={key} ends>
              <span>
                <strong>{label}</strong>
                <Quiet as="div">{description}</Quiet>
              </span>
              <Button variant="secondary" pending={signIn.state !== "idle"} onClick={() => void enter(key)} aria-label={t`ログインする：${label}`}>
                {t`ログインする`}
              </Button>
            </Row>
          ))}
          <FormProblem problem={signIn.problem} state={signIn.state} />
        </Stack>
      </Card>
    </Section>
  );
}
