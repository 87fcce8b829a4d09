/** Who sees what, as one table: the person at all first, then each field; a choice is kept at once. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";

import { graphql } from "~/gql/privacy";
import { useSubmission } from "~/lib/submission";
import { type Level, profileLevelWords } from "~/lib/words";
import { SelectControl } from "~/ui/Field";
import { FormProblem } from "~/ui/FormProblem";
import { Loading } from "~/ui/States";
import { Quiet, Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

import style from "./Levels.module.css";
import { CHOOSABLE, FIELDS, useFieldLabels } from "./fields";

const LevelsQuery = graphql(`
  query PrivacyLevels {
    viewer {
      id
      privacy {
        listed
      }
      profile {
        levels {
          formerName
          presentPosition
          headline
          bio
          place
          gives
          asks
          skills
          languages
          links
          availability
          photo
        }
      }
    }
  }
`);

const ChooseLevel = graphql(`
  mutation ChooseLevel($input: UpdateProfileInput!) {
    updateProfile(input: $input) {
      ... on ProfileUpdated {
        viewer {
          id
          profile {
            levels {
              formerName
              presentPosition
              headline
              bio
              place
              gives
              asks
              skills
              languages
              links
              availability
              photo
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

const ChangeListing = graphql(`
  mutation ChangeListing($input: ChangeListingInput!) {
    changeListing(input: $input) {
      ... on ListingChanged {
        viewer {
          id
          privacy {
            listed
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

export function Levels() {
  const { t } = useLingui();
  const say = useToast();
  const labels = useFieldLabels();
  const level = useSubmission(ChooseLevel);
  const listing = useSubmission(ChangeListing);
  const [{ data }] = useQuery({ query: LevelsQuery, requestPolicy: "cache-and-network" });
  const viewer = data?.viewer;
  if (!viewer) return <Loading />;
  const { levels } = viewer.profile;
  const kept = (label: string) => say(t`「${label}」が見える人を変えました。`);
  const listed = t`お名前と在籍歴`;
  return (
    <Stack gap={4}>
      <dl className={style.table}>
        <Line
          label={listed}
          note={t`ここに入らない人には、あなたのページも、検索の結果も出ません。`}
          value={viewer.privacy.listed}
          onChoose={(chosen) => void listing.send({ level: chosen }).then(({ ok }) => ok && kept(listed))}
        />
        {FIELDS.map((field) => (
          <Line
            key={field}
            label={labels[field]}
            note={field === "availability" ? t`今の勤務先の方には、ここで選んでも見えません。見せるかどうかは、プロフィールで選べます。` : undefined}
            value={levels[field]}
            onChoose={(chosen) => void level.send({ levels: { [field]: chosen } }).then(({ ok }) => ok && kept(labels[field]))}
          />
        ))}
      </dl>
      <Quiet>{t`項目ごとの見える人は、「お名前と在籍歴」が見える人の中からになります。メールアドレスは、だれにも見えません。`}</Quiet>
      <FormProblem problem={level.problem ?? listing.problem} state={level.state === "idle" ? listing.state : level.state} />
    </Stack>
  );
}

type LineProps = { label: string; note?: string | undefined; value: Level; onChoose: (level: Level) => void };

function Line({ label, note, value, onChoose }: LineProps) {
  const { t, i18n } = useLingui();
  return (
    <div className={style.line}>
      <dt>
        {label}
        {note ? <Quiet as="span">{note}</Quiet> : null}
      </dt>
      <dd>
        <SelectControl aria-label={t`「${label}」が見える人`} value={value} onChange={(event) => onChoose(event.target.value as Level)}>
          {CHOOSABLE.map((each) => (
            <option key={each} value={each}>
              {i18n._(profileLevelWords[each])}
            </option>
          ))}
        </SelectControl>
      </dd>
    </div>
  );
}
