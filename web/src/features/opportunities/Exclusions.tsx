/** From whom one post is hidden: companies and members, picked by name; loaded once somebody wants it. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { useCompanies, usePeople } from "~/lib/picking";
import { useMember } from "~/lib/viewer";
import { Picked } from "~/ui/Picked";
import { Picker } from "~/ui/Picker";
import { Quiet, Stack } from "~/ui/Text";

import { Place } from "./Place";
import type { Exclusion, SheetProps } from "./form";

export function Exclusions({ post, onChange, errorAt }: SheetProps) {
  const { t } = useLingui();
  const [company, setCompany] = useState("");
  const [person, setPerson] = useState("");
  const companies = useCompanies(company);
  const people = usePeople(person);
  const { personId } = useMember();
  const chosen = post.exclusions;
  const add = (one: Exclusion) => onChange({ exclusions: [...chosen.filter(({ id }) => id !== one.id), one] });
  return (
    <Stack gap={4}>
      <p>{t`会社を選ぶと、その会社（前身・後継の会社も）にいた人と、いまいる人のだれにも、この募集が見えなくなります。本人の登録だけの人も含みます。だれにも知らせません。`}</p>
      <Quiet>{t`だれでも読める募集は、ログインしていないときには、選んだ会社・人にも見えます。ログインしている人への募集では、在籍歴を登録していない人がどの会社の人かはわかりません。`}</Quiet>
      <Place field="exclusions.companies">
        <Picker
          label={t`見せない会社を選ぶ`}
          hint={t`略称や旧社名でも見つかります。20社まで。`}
          error={errorAt("exclusions.companies")}
          {...companies}
          text={company}
          onText={setCompany}
          several
          onPick={({ id, name }) => add({ id, name, of: "company" })}
        />
      </Place>
      <Place field="exclusions.members">
        <Picker
          label={t`見せない人を選ぶ`}
          hint={t`お名前で探します。20人まで。`}
          error={errorAt("exclusions.members")}
          candidates={people.candidates.filter(({ id }) => id !== personId)}
          loading={people.loading}
          text={person}
          onText={setPerson}
          several
          onPick={({ id, name }) => add({ id, name, of: "member" })}
        />
      </Place>
      {chosen.map(({ id, name }) => (
        <Picked
          key={id}
          name={name}
          act={t`外す`}
          label={t`${name}を「見せない会社・人」から外す`}
          onAct={() => onChange({ exclusions: chosen.filter((one) => one.id !== id) })}
        />
      ))}
      <Quiet>{t`選んだ人がすでに手を挙げていても、募集は見えなくなります。始まっているやりとりは、そのまま続きます。先に見られた内容は、相手の手もとから消えません。`}</Quiet>
      <Quiet>{t`事務局と、募集を出すグループの運営者には見えます。画面に出る「見られる人数」には、ここで選んだ人も入っています。`}</Quiet>
    </Stack>
  );
}
