/** For whom a post is, and until when; groups are chosen among the author's own. */
import { useLingui } from "@lingui/react/macro";
import { Suspense, lazy } from "react";
import { useQuery } from "urql";

import { graphql } from "~/gql/opportunities";
import { dayFromNow } from "~/lib/dates";
import { type Level, levelWords } from "~/lib/words";
import { Checkbox, FieldGroup, RadioGroup, TextField } from "~/ui/Field";
import { Fold } from "~/ui/Fold";
import { Loading } from "~/ui/States";
import { Stack } from "~/ui/Text";

import { Place } from "./Place";
import { AUDIENCES, type SheetProps } from "./form";

const Exclusions = lazy(() => import("./Exclusions").then((module) => ({ default: module.Exclusions })));

const GroupsQuery = graphql(`
  query OwnGroups {
    viewer {
      id
      groups {
        id
        name
      }
    }
  }
`);

export function Audience({ post, onChange, errorAt, latest }: SheetProps & { latest: string }) {
  const { t, i18n } = useLingui();
  const [{ data }] = useQuery({ query: GroupsQuery });
  const groups = data?.viewer?.groups ?? [];
  const hidden = post.exclusions.length;
  const wrong = [errorAt("exclusions.companies"), errorAt("exclusions.members")].some(Boolean);
  const hints: Partial<Record<Level, string>> = {
    VERIFIED: t`在籍歴を確認した、すべての会社の卒業生が見られます。`,
    SIGNED_IN: t`確認を待っている人も見られます。その人には、あなたのお名前は見えません。`,
    ANYONE: t`検索サイトからも読めます。お名前は、在籍歴を確認したメンバーだけに見えます。`,
    CHOSEN_GROUPS: t`あなたが参加しているグループから選びます。`,
  };
  const choices = AUDIENCES.filter((value) => value !== "CHOSEN_GROUPS" || groups.length > 0 || post.audience === value);
  return (
    <Stack gap={5}>
      <Place field="audience">
        <RadioGroup<Level>
          label={t`見せる相手`}
          value={post.audience}
          onChange={(audience) => onChange({ audience })}
          error={errorAt("audience")}
          choices={choices.map((value) => ({ value, label: i18n._(levelWords[value]), hint: hints[value] }))}
        />
      </Place>
      {post.audience === "CHOSEN_GROUPS" ? (
        <Place field="groups">
          <FieldGroup label={t`グループ`} error={errorAt("groups")}>
            {groups.map(({ id, name }) => (
              <Checkbox
                key={id}
                label={name}
                checked={post.groups.includes(id)}
                onChange={(on) => onChange({ groups: on ? [...post.groups, id] : post.groups.filter((one) => one !== id) })}
              />
            ))}
          </FieldGroup>
        </Place>
      ) : null}
      <Place field="lastDay">
        <TextField
          type="date"
          label={t`最終日`}
          hint={t`この日まで表示されます。90日先まで選べます。`}
          min={dayFromNow(0)}
          max={latest}
          value={post.lastDay}
          onChange={(lastDay) => onChange({ lastDay })}
          error={errorAt("lastDay")}
        />
      </Place>
      <Fold title={hidden > 0 ? t`見せない会社・人（${hidden}件）` : t`見せない会社・人`} late forced={wrong}>
        <Suspense fallback={<Loading cards={1} />}>
          <Exclusions post={post} onChange={onChange} errorAt={errorAt} />
        </Suspense>
      </Fold>
    </Stack>
  );
}
