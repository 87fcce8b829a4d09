/** An opportunity in the list: the card of every list, with the words that were looked for marked where they stand. */
import { useLingui } from "@lingui/react/macro";

import { type FragmentType, graphql, readFragment } from "~/gql/opportunities";
import { useOpportunityTexts } from "~/lib/opportunityTexts";
import { useToday } from "~/lib/today";
import { OpportunityCard } from "~/ui/OpportunityCard";
import { Marked } from "~/ui/Text";

export const ListedFragment = graphql(`
  fragment Listed on Opportunity {
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
  }
`);

// Apart, since it is another one for each reader: what is told live is made once for all of them.
const FitsFragment = graphql(`
  fragment ListedFits on Opportunity {
    fits
  }
`);

const HighlightsFragment = graphql(`
  fragment ListedHighlights on OpportunityEdge {
    highlights {
      field
      segments {
        text
        marked
      }
    }
  }
`);

type ListedProps = {
  opportunity: FragmentType<typeof ListedFragment>;
  fits?: FragmentType<typeof FitsFragment> | null;
  highlights?: FragmentType<typeof HighlightsFragment>;
  /** It came while one was reading. */
  fresh?: boolean;
};

export function Listed({ fresh = false, ...props }: ListedProps) {
  const { t } = useLingui();
  const words = useOpportunityTexts();
  const opportunity = readFragment(ListedFragment, props.opportunity);
  const found = readFragment(HighlightsFragment, props.highlights)?.highlights ?? [];
  const title = found.find(({ field }) => field === "title");
  const body = found.find(({ field }) => field === "body");
  const fits = readFragment(FitsFragment, props.fits)?.fits ?? [];
  const texts = words({ ...opportunity, fits });
  const today = useToday();
  // Its last day has passed while the page was open.
  if (opportunity.lastDay < today) return null;
  return (
    <OpportunityCard
      {...texts}
      title={title ? <Marked segments={title.segments} /> : texts.title}
      why={body ? <Marked segments={body.segments} /> : texts.why}
      fresh={fresh ? t`新着` : undefined}
    />
  );
}
