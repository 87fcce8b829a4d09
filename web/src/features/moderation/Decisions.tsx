/** What waits for the viewer's decision, the longest waiting first, page by page. */
import { useLingui } from "@lingui/react/macro";
import { useEffect } from "react";
import { useQuery } from "urql";

import { graphql } from "~/gql/moderation";
import { never } from "~/lib/never";
import { usePages } from "~/lib/pages";
import { errorIdOf } from "~/lib/submission";
import { Button } from "~/ui/Button";
import { CardList } from "~/ui/Card";
import { StatusLine } from "~/ui/Notice";
import { Empty, ErrorState, Loading } from "~/ui/States";
import { Stack } from "~/ui/Text";

import { ToAccept } from "./ToAccept";
import { PickBar } from "./PickBar";
import { ToAdmit } from "./ToAdmit";
import { ToConfirm } from "./ToConfirm";
import { ToDecide } from "./ToDecide";
import { ToFound } from "./ToFound";
import { type Candidate, awaitsReply, vouchersOf } from "./selection";
import type { Desk } from "./useDesk";
import { useNextCard } from "./useNextCard";
import { type Picking, usePicking } from "./usePicking";

const QueueQuery = graphql(`
  query Queue($after: String) {
    viewer {
      id
      queue(first: 20, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ... on AffiliationToConfirm {
              id
              affiliation {
                id
              }
              ...ToConfirm
            }
            ... on ApplicationToDecide {
              id
              person {
                id
                name
              }
              application {
                id
                version
                messages {
                  id
                  fromGroup
                }
                affiliations {
                  id
                  vouches {
                    id
                    state
                    voucher {
                      id
                      name
                    }
                  }
                }
              }
              ...ToAdmit
            }
            ... on CompanyToAccept {
              id
              company {
                id
              }
              ...ToAccept
            }
            ... on GroupToAdmit {
              id
              proposed {
                id
              }
              ...ToFound
            }
            ... on ReportToDecide {
              id
              report {
                id
              }
              ...ToDecide
            }
          }
        }
      }
    }
  }
`);

type Waiting =
  | { __typename: "AffiliationToConfirm"; affiliation: { id: string } }
  | { __typename: "ApplicationToDecide"; application: { id: string } }
  | { __typename: "CompanyToAccept"; company: { id: string } }
  | { __typename: "GroupToAdmit"; proposed: { id: string } }
  | { __typename: "ReportToDecide"; report: { id: string } };

/** What is decided: an affiliation, an application, a company, a group or a report, by its id. */
function subject(waiting: Waiting): string {
  switch (waiting.__typename) {
    case "AffiliationToConfirm":
      return waiting.affiliation.id;
    case "ApplicationToDecide":
      return waiting.application.id;
    case "CompanyToAccept":
      return waiting.company.id;
    case "GroupToAdmit":
      return waiting.proposed.id;
    case "ReportToDecide":
      return waiting.report.id;
    default:
      return never(waiting);
  }
}

type Admissible = {
  person: { name: string };
  application: { id: string; version: string; messages: readonly { fromGroup: boolean }[]; affiliations: Parameters<typeof vouchersOf>[0] };
};

const candidateOf = ({ person, application }: Admissible): Candidate => ({
  id: application.id,
  version: application.version,
  name: person.name,
  vouchers: vouchersOf(application.affiliations),
  awaitsReply: awaitsReply(application.messages),
});

type DecisionsProps = { desk: Desk; steward: boolean };

export function Decisions({ desk: given, steward }: DecisionsProps) {
  const { t } = useLingui();
  const { afters, more } = usePages("queue");
  const picking = usePicking();
  const { place, leaving, arrive } = useNextCard();
  const desk = {
    ...given,
    deciding: (id: string) => {
      leaving();
      given.deciding(id);
    },
  };
  useEffect(arrive);
  return (
    <div ref={place}>
      <Stack gap={4}>
        {!picking.on && picking.candidates.length > 1 ? (
          <Button variant="secondary" wide onClick={picking.begin}>
            {t`まとめて選ぶ`}
          </Button>
        ) : null}
        {afters.map((after, index) => (
          <QueueSheet key={after ?? "first"} desk={desk} steward={steward} picking={picking} arrive={arrive} after={after} last={index === afters.length - 1} onMore={more} />
        ))}
        {picking.on ? <PickBar picking={picking} desk={desk} /> : null}
      </Stack>
    </div>
  );
}

type QueueSheetProps = DecisionsProps & { picking: Picking; arrive: () => void; after: string | null; last: boolean; onMore: (cursor: string | null | undefined) => void };

function QueueSheet({ desk, steward, picking, arrive, after, last, onMore }: QueueSheetProps) {
  const { t } = useLingui();
  const [{ data, error, stale }, again] = useQuery({ query: QueueQuery, variables: { after }, requestPolicy: "cache-and-network" });
  const { version, show } = desk;
  const { loaded } = picking;
  useEffect(() => {
    if (version > 0) again({ requestPolicy: "network-only" });
  }, [version, again]);
  const queue = data?.viewer?.queue;
  useEffect(() => {
    if (!queue) return;
    const nodes = queue.edges.map(({ node }) => node);
    show(nodes.map(subject));
    loaded(
      after ?? "first",
      nodes.flatMap((node) => (node.__typename === "ApplicationToDecide" ? [candidateOf(node)] : [])),
    );
    arrive();
  }, [queue, show, loaded, arrive, after]);
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!queue) return <Loading />;
  const { edges, totalCount, pageInfo } = queue;
  if (after === null && edges.length === 0) {
    return (
      <Empty icon="check" title={t`いま決めるものはありません。`}>
        {t`新しい申し込みや通報が届くと、ここに出ます。おつかれさまです。`}
      </Empty>
    );
  }
  return (
    <>
      {after === null ? <StatusLine>{t`${totalCount}件が、お返事を待っています。`}</StatusLine> : null}
      <CardList>
        {edges.map(({ node }) =>
          node.__typename === "AffiliationToConfirm" ? (
            <ToConfirm key={node.id} item={node} desk={desk} />
          ) : node.__typename === "ApplicationToDecide" ? (
            <ToAdmit key={node.id} item={node} desk={desk} picking={picking} />
          ) : node.__typename === "CompanyToAccept" ? (
            <ToAccept key={node.id} item={node} desk={desk} />
          ) : node.__typename === "GroupToAdmit" ? (
            <ToFound key={node.id} item={node} desk={desk} />
          ) : (
            <ToDecide key={node.id} item={node} desk={desk} steward={steward} />
          ),
        )}
      </CardList>
      {last && pageInfo.hasNextPage ? (
        <Button variant="secondary" wide pending={stale} onClick={() => onMore(pageInfo.endCursor)}>
          {t`もっと見る`}
        </Button>
      ) : null}
    </>
  );
}
