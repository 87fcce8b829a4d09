/** The groups and companies that 「選んだグループ・会社」 stands for; every field of that level follows. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";

import { graphql } from "~/gql/privacy";
import { companyName } from "~/lib/companies";
import { useSubmission } from "~/lib/submission";
import { Checkbox, FieldGroup } from "~/ui/Field";
import { FormProblem } from "~/ui/FormProblem";
import { Picked } from "~/ui/Picked";
import { Loading } from "~/ui/States";
import { Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

import { CompanyPicker } from "./CompanyPicker";

const CirclesQuery = graphql(`
  query ChosenCircles {
    viewer {
      id
      groups {
        id
        name
        nameEn
      }
      privacy {
        circles {
          groups {
            id
            name
            nameEn
          }
          companies {
            id
            name
            nameEn
          }
        }
      }
    }
  }
`);

const PickCircles = graphql(`
  mutation PickCircles($input: PickCirclesInput!) {
    pickCircles(input: $input) {
      ... on CirclesPicked {
        viewer {
          id
          privacy {
            circles {
              groups {
                id
                name
                nameEn
              }
              companies {
                id
                name
                nameEn
              }
            }
          }
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

export function Circles() {
  const { t } = useLingui();
  const say = useToast();
  const choose = useSubmission(PickCircles);
  const [{ data }] = useQuery({ query: CirclesQuery, requestPolicy: "cache-and-network" });
  const viewer = data?.viewer;
  if (!viewer) return <Loading />;
  const { groups, companies } = viewer.privacy.circles;
  const chosen = groups.map(({ id }) => id);
  const send = async (groupIds: readonly string[], companyIds: readonly string[]) => {
    if ((await choose.send({ groups: [...groupIds], companies: [...companyIds] })).ok) say(t`選んだグループ・会社を変えました。`);
  };
  const companyIds = companies.map(({ id }) => id);
  // One's own groups can be chosen; those chosen before stay in sight, also after one has left them.
  const offered = [...new Map([...viewer.groups, ...groups].map((group) => [group.id, group])).values()];
  return (
    <Stack gap={4}>
      <p>{t`見える人を「選んだグループ・会社」にした項目は、ここで選んだグループの参加者と、選んだ会社の在籍を確認したメンバーに見えます。つながりのある人にも見えます。`}</p>
      {offered.length > 0 ? (
        <FieldGroup label={t`グループ`}>
          {offered.map((group) => (
            <Checkbox
              key={group.id}
              label={companyName(group)}
              checked={chosen.includes(group.id)}
              onChange={(on) => void send(on ? [...chosen, group.id] : chosen.filter((one) => one !== group.id), companyIds)}
            />
          ))}
        </FieldGroup>
      ) : null}
      {companies.map((company) => (
        <Picked
          key={company.id}
          name={companyName(company)}
          act={t`外す`}
          label={t`${companyName(company)}を選んだ会社から外す`}
          onAct={() => void send(chosen, companyIds.filter((one) => one !== company.id))}
        />
      ))}
      <CompanyPicker label={t`見せる会社を選ぶ`} hint={t`略称や旧社名でも見つかります。`} several onPick={({ id }) => void send(chosen, [...new Set([...companyIds, id])])} />
      <FormProblem problem={choose.problem} state={choose.state} />
    </Stack>
  );
}
