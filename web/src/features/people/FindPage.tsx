/** Finding people across companies: one box, facets counted under the reader's eyes, and an address that holds it all. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";

import { useSettled } from "~/lib/delayed";
import { usePages } from "~/lib/pages";
import { paths } from "~/lib/paths";
import { NOBODY_LEFT_OUT, PEOPLE_SHAPE, isPeopleNarrowed, peopleAddressOf, peopleFilterFor } from "~/lib/peopleFilter";
import { useTypedSearch } from "~/lib/search";
import { useMember } from "~/lib/viewer";
import { Buttons, LinkButton } from "~/ui/Button";
import { Notice } from "~/ui/Notice";
import { Page } from "~/ui/Page";
import { SearchBox } from "~/ui/SearchBox";
import { Stack } from "~/ui/Text";

import { Beside, Folded } from "./Facets";
import { Results } from "./Results";
import { Sort } from "./Sort";
import { Suggested } from "./Suggested";

export function FindPage() {
  const { t } = useLingui();
  const { standing } = useMember();
  const [search, change] = useTypedSearch(PEOPLE_SHAPE);
  const words = useSettled(search.q).trim();
  // What is only suggested may come sooner than a whole list.
  const begun = useSettled(search.q, 80).trim();
  // Without words there is nothing to fit: the newest come first anyway.
  const asked = { text: words || null, filter: peopleFilterFor(search), order: words ? search.sort : "RELEVANCE" } as const;
  const { afters, more } = usePages(JSON.stringify(asked));
  if (standing !== "VERIFIED") return <NotYet />;
  return (
    <Page title={t`さがす`} aside={<Beside asked={asked} chosen={search} onChange={change} />}>
      <Stack gap={4}>
        <SearchBox value={search.q} onChange={(q) => change({ q })} label={t`メンバーを探す`} placeholder={t`お名前、会社、できること`} />
        <Suggested words={begun} chosen={search} onChange={change} />
        <Folded asked={asked} chosen={search} onChange={change} />
        {asked.text === null ? null : <Sort sort={search.sort} onChange={(sort) => change({ sort })} />}
        {/* Words may be a name, and nobody is waited for by name. */}
        {asked.text === null && isPeopleNarrowed(asked.filter) ? (
          <Buttons>
            <LinkButton href={paths.savePeople(peopleAddressOf(asked.filter))} variant="secondary" icon="bell">{t`この条件を保存する`}</LinkButton>
          </Buttons>
        ) : null}
        {afters.map((after, index) => (
          <Results
            key={after ?? "first"}
            asked={asked}
            after={after}
            before={index > 0 ? { after: afters[index - 1] ?? null } : null}
            last={index === afters.length - 1}
            onMore={more}
            onClear={() => change(NOBODY_LEFT_OUT)}
            onAll={() => change({ q: "" })}
          />
        ))}
      </Stack>
    </Page>
  );
}

/** What a newcomer reads here. */
function NotYet() {
  const { t } = useLingui();
  return (
    <Page title={t`さがす`}>
      <Notice icon="clock" title={t`在籍歴が確認されると、メンバーを探せます。`}>
        <p>
          <Trans>
            お名前や経歴は、在籍歴を確認したメンバーどうしだけに見えます。お待ちのあいだも、<Link href={paths.opportunities}>公開の募集</Link>は読めます。
          </Trans>
        </p>
        <p>
          <Link href={paths.pending}>{t`だれが確認するかを見る`}</Link>
        </p>
      </Notice>
    </Page>
  );
}
