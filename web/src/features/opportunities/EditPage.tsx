/** Writing one's own live opportunity anew: everything but its kind and direction. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useLocation } from "wouter";
import { useQuery } from "urql";

import { graphql } from "~/gql/opportunities";
import type { OpportunityToEditQuery } from "~/gql/opportunities/graphql";
import { useDraft } from "~/lib/drafts";
import { paths } from "~/lib/paths";
import { errorIdOf, useSubmission } from "~/lib/submission";
import { ErrorState, Loading, NotFound } from "~/ui/States";
import { useToast } from "~/ui/Toast";

import { Editor } from "./Editor";
import { type Asked, type Post, dayAfter, nameOf, sent } from "./form";

const ToEdit = graphql(`
  query OpportunityToEdit($id: ID!) {
    opportunity(id: $id) {
      id
      kind
      direction
      title
      body
      place
      remote
      audience
      lastDay
      live
      postedAt
      viewerIsAuthor
      groups {
        id
      }
      exclusions {
        id
        company {
          id
          name
          nameEn
        }
        person {
          id
          name
        }
      }
      skills {
        id
        name
      }
      terms {
        key
        given
      }
    }
  }
`);

const EditOpportunity = graphql(`
  mutation EditOpportunity($input: EditOpportunityInput!) {
    editOpportunity(input: $input) {
      ... on OpportunityEdited {
        opportunity {
          id
          title
          body
          bodyHtml
          place
          remote
          pay
          onBehalfOf
          audience
          lastDay
          editedAt
          termsChangedAt
          groups {
            id
            name
          }
          skills {
            id
            name
          }
          terms {
            key
            label
            value
            given
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

type ToEditOpportunity = NonNullable<OpportunityToEditQuery["opportunity"]>;

/** `unseen` stands for members whom the author cannot see any more. */
const postOf = ({ kind, direction, title, body, skills, place, remote, audience, groups, exclusions, terms, lastDay }: ToEditOpportunity, unseen: string): Post => ({
  kind,
  direction,
  title,
  body,
  skills: skills.map(({ name }) => name),
  place: place ?? "",
  remote,
  audience,
  groups: groups.map(({ id }) => id),
  exclusions: exclusions.map((one) => ({ id: one.id, name: nameOf(one, unseen), of: one.company ? "company" : "member" })),
  terms: Object.fromEntries(terms.map(({ key, given }) => [key, given])),
  lastDay,
});

export function EditPage({ params }: { params: Record<string, string> }) {
  const [{ data, error }, again] = useQuery({ query: ToEdit, variables: { id: params.id ?? "" }, requestPolicy: "network-only" });
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!data) return <Loading />;
  const { opportunity } = data;
  if (!opportunity?.viewerIsAuthor || !opportunity.live) return <NotFound />;
  return <Edit key={opportunity.id} opportunity={opportunity} />;
}

function Edit({ opportunity }: { opportunity: ToEditOpportunity }) {
  const { t } = useLingui();
  const { id } = opportunity;
  const [, go] = useLocation();
  const say = useToast();
  const [stored] = useState(() => postOf(opportunity, t`いまは見えないメンバー`));
  const draft = useDraft(`edit.${id}`, stored);
  const edit = useSubmission(EditOpportunity);
  const send = async (fields: readonly Asked[]) => {
    if (!(await edit.send({ opportunity: id, ...sent(draft.value, fields) })).ok) return;
    draft.clear();
    go(paths.opportunity(id), { replace: true });
    say(t`書き直しました。`);
  };
  return (
    <Editor
      title={t`募集を書き直す`}
      back={paths.opportunity(id)}
      draft={draft}
      submission={edit}
      latest={dayAfter(opportunity.postedAt, 90)}
      act={t`この内容にする`}
      onSend={(fields) => void send(fields)}
      fixed
    />
  );
}
