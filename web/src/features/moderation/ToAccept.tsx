/** One company that a member named: accepted under its right name, or merged into the one that it is. */
import { useLingui } from "@lingui/react/macro";
import { Suspense, lazy, useState } from "react";
import { Link } from "wouter";

import { type FragmentType, graphql, readFragment } from "~/gql/moderation";
import { formatAgo } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { paths } from "~/lib/paths";
import { Button, Buttons } from "~/ui/Button";
import { Card } from "~/ui/Card";
import { Loading } from "~/ui/States";
import { Quiet, Stack } from "~/ui/Text";
import { nameLanguage } from "~/ui/PersonName";

import type { Desk } from "./useDesk";

// Picking a company is heavy, and most who come here confirm affiliations.
const Accept = lazy(() => import("./Accept").then((module) => ({ default: module.Accept })));
const Merge = lazy(() => import("./Merge").then((module) => ({ default: module.Merge })));

const ToAcceptFragment = graphql(`
  fragment ToAccept on CompanyToAccept {
    id
    waitingSince
    proposedBy {
      id
      name
    }
    company {
      id
      name
      nameEn
    }
  }
`);

export function ToAccept(props: { item: FragmentType<typeof ToAcceptFragment>; desk: Desk }) {
  const { t } = useLingui();
  const { company, proposedBy: person, waitingSince } = readFragment(ToAcceptFragment, props.item);
  const [asking, setAsking] = useState<"accept" | "merge" | null>(null);
  const { name } = company;
  const waited = formatAgo(waitingSince, activeLanguage());
  const close = () => setAsking(null);
  return (
    <Card as="li">
      <Stack gap={4}>
        <Stack gap={1}>
          <h2 lang={nameLanguage(name)}>
            <Link href={paths.company(company.id)}>{name}</Link>
          </h2>
          <Quiet>{t`メンバーが新しく加えた会社です。もう使われています。`}</Quiet>
          {person ? (
            <Quiet>
              {t`加えた人：`}
              <Link href={paths.person(person.id)}>{person.name}</Link>
            </Quiet>
          ) : null}
          <Quiet>{t`追加：${waited}`}</Quiet>
        </Stack>
        {asking === "merge" ? (
          <Suspense fallback={<Loading />}>
            <Merge company={company} desk={props.desk} onClose={close} />
          </Suspense>
        ) : (
          <Buttons>
            <Button onClick={() => setAsking("accept")} aria-label={t`${name}：この会社を登録する`}>
              {t`この会社を登録する`}
            </Button>
            <Button variant="quiet" onClick={() => setAsking("merge")} aria-label={t`「${name}」をほかの会社にまとめる`}>
              {t`ほかの会社にまとめる`}
            </Button>
          </Buttons>
        )}
      </Stack>
      {asking === "accept" ? (
        <Suspense fallback={<Loading />}>
          <Accept company={company} desk={props.desk} onClose={close} />
        </Suspense>
      ) : null}
    </Card>
  );
}
