/** The form of a saved search: what is asked for, how one is told, what it is called; and what it would have brought last month. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";

import { graphql } from "~/gql/standing";
import { useSettled } from "~/lib/delayed";
import { isNarrowed } from "~/lib/opportunityFilter";
import type { Submission } from "~/lib/submission";
import { type Direction, type OpportunityKind, directionWords, kindWords } from "~/lib/words";
import { Button, Buttons } from "~/ui/Button";
import { Checkbox, FieldGroup, RadioGroup, TextField } from "~/ui/Field";
import { FormProblem } from "~/ui/FormProblem";
import { StatusLine } from "~/ui/Notice";
import { FilterChip, FilterChips } from "~/ui/Tag";
import { Stack } from "~/ui/Text";

import { NamedChip } from "./NamedChip";
import { Companies, Groups, Places } from "./Pickers";
import { type Channel, type Search, sentFilter } from "./search";

const WouldHaveMatched = graphql(`
  query WouldHaveMatched($filter: OpportunityFilter!) {
    wouldHaveMatched(filter: $filter)
  }
`);

const KINDS = Object.keys(kindWords) as OpportunityKind[];
const DIRECTIONS: Direction[] = ["SEEKING", "OFFERING"];
const toggled = <T,>(all: readonly T[], one: T, on: boolean): T[] => (on ? [...all, one] : all.filter((other) => other !== one));

type FormProps = {
  start: Search;
  /** What the button says. */
  act: string;
  sending: Pick<Submission<object, never>, "state" | "problem" | "errorAt">;
  onSend: (search: Search) => void;
};

export function SearchForm({ start, act, sending, onSend }: FormProps) {
  const { t } = useLingui();
  const [search, setSearch] = useState(start);
  const change = (changed: Partial<Search>) => setSearch((before) => ({ ...before, ...changed }));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSend(search);
      }}
    >
      <Stack gap={6}>
        <Conditions search={search} onChange={change} />
        <LastMonth search={search} />
        <Channels channel={search.channel} onChange={(channel) => change({ channel })} />
        <TextField label={t`名前`} hint={t`お知らせに添えます。あなただけに見えます。`} name="name" maxLength={60} value={search.name} onChange={(name) => change({ name })} error={sending.errorAt("name")} />
        <FormProblem problem={sending.problem} placed={["name", "filter.text"]} state={sending.state} />
        <Buttons>
          <Button type="submit" pending={sending.state !== "idle"}>
            {act}
          </Button>
        </Buttons>
      </Stack>
    </form>
  );
}

type ConditionsProps = { search: Search; onChange: (changed: Partial<Search>) => void };

function Conditions({ search, onChange }: ConditionsProps) {
  const { t, i18n } = useLingui();
  return (
    <Stack gap={5}>
      <TextField optional label={t`言葉`} name="words" maxLength={200} value={search.text ?? ""} onChange={(text) => onChange({ text })} />
      <FieldGroup label={t`種類`} optional>
        <FilterChips label={t`種類`}>
          {KINDS.map((kind) => {
            const pressed = search.kinds.includes(kind);
            return (
              <FilterChip key={kind} pressed={pressed} removable={pressed} onPress={() => onChange({ kinds: toggled(search.kinds, kind, !pressed) })}>
                {i18n._(kindWords[kind])}
              </FilterChip>
            );
          })}
        </FilterChips>
      </FieldGroup>
      <FieldGroup label={t`向き`} optional>
        {DIRECTIONS.map((direction) => (
          <Checkbox
            key={direction}
            label={i18n._(directionWords[direction])}
            checked={search.directions.includes(direction)}
            onChange={(on) => onChange({ directions: toggled(search.directions, direction, on) })}
          />
        ))}
      </FieldGroup>
      <Places ids={search.places} onChange={(places) => onChange({ places })}>
        <Checkbox label={t`リモート可`} checked={search.remote === true} onChange={(on) => onChange({ remote: on || null })} />
      </Places>
      <Companies ids={search.companies} onChange={(companies) => onChange({ companies })} />
      <Groups ids={search.groups} onChange={(groups) => onChange({ groups })} />
      {search.skills.length > 0 ? (
        <FieldGroup label={t`スキル`} optional>
          <FilterChips label={t`スキル`}>
            {search.skills.map((id) => (
              <NamedChip key={id} id={id} onRemove={() => onChange({ skills: toggled(search.skills, id, false) })} />
            ))}
          </FilterChips>
        </FieldGroup>
      ) : null}
    </Stack>
  );
}

/** What the filter would have brought lately, so that one sees whether it is too wide or too narrow. */
function LastMonth({ search }: { search: Search }) {
  const { t } = useLingui();
  const filter = useSettled(sentFilter(search), 400);
  const asks = isNarrowed(filter);
  const [{ data }] = useQuery({ query: WouldHaveMatched, variables: { filter }, pause: !asks });
  const count = data?.wouldHaveMatched;
  return (
    <div aria-live="polite">
      {asks && count !== undefined ? (
        <StatusLine icon="search">{t`この30日に届いて、いま読める募集では、${plural(count, { other: "#件" })}が当てはまります。`}</StatusLine>
      ) : null}
    </div>
  );
}

function Channels({ channel, onChange }: { channel: Channel; onChange: (channel: Channel) => void }) {
  const { t } = useLingui();
  return (
    <RadioGroup<Channel>
      label={t`届き方`}
      value={channel}
      onChange={onChange}
      choices={[
        { value: "LIVE", label: t`ホームのお知らせだけ`, hint: t`合う募集が出たら、ホームに届きます。` },
        { value: "MAIL", label: t`ホームのお知らせと、すぐにメール`, hint: t`募集ごとに、1通ずつ届きます。` },
        { value: "DAILY", label: t`1日1回、まとめてメール`, hint: t`朝に届きます。新しい募集がない日は届きません。` },
        { value: "WEEKLY", label: t`週に1回、まとめてメール`, hint: t`月曜日の朝に届きます。新しい募集がない週は届きません。` },
      ]}
    />
  );
}
