/** Posts as cards, with why they fit. */
import { type FragmentType, graphql, readFragment } from "~/gql/welcome";
import { useOpportunityTexts } from "~/lib/opportunityTexts";
import { CardList } from "~/ui/Card";
import { OpportunityCard } from "~/ui/OpportunityCard";

const PostFragment = graphql(`
  fragment HomePost on Opportunity {
    id
    kind
    direction
    title
    author {
      id
      name
    }
    authorCompanies {
      id
      name
      nameEn
    }
    onBehalfOf
    place
    remote
    pay
    lastDay
    live
    closeReason
    fits
  }
`);

export function Posts({ posts }: { posts: readonly FragmentType<typeof PostFragment>[] }) {
  const words = useOpportunityTexts();
  return (
    <CardList>
      {posts.map((each) => {
        const post = readFragment(PostFragment, each);
        return <OpportunityCard key={post.id} {...words(post)} />;
      })}
    </CardList>
  );
}
