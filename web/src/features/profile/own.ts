/** The own profile as it is read and as it is saved: one fragment, so that what was saved is what stands in the form. */
import { type FragmentType, graphql, readFragment } from "~/gql/profile";

import { type Form, formOf } from "./profile";

const OwnProfileFragment = graphql(`
  fragment OwnProfileFields on Viewer {
    id
    profile {
      name
      reading
      romanised
      formerName
      presentPosition
      headline
      bio
      place
      gives
      asks
      skills {
        id
        name
      }
      levels {
        formerName
        presentPosition
        headline
        bio
        place
        gives
        asks
        skills
      }
    }
  }
`);

export const OwnProfileQuery = graphql(`
  query OwnProfile {
    viewer {
      id
      ...OwnProfileFields
    }
  }
`);

/** The person's fields are selected as well: the pages that show them follow. */
export const UpdateProfile = graphql(`
  mutation UpdateProfile($input: UpdateProfileInput!) {
    updateProfile(input: $input) {
      ... on ProfileUpdated {
        viewer {
          id
          ...OwnProfileFields
          person {
            id
            name
            reading
            romanised
            formerName
            presentPosition
            headline
            bioHtml
            place
            gives
            asks
            skills {
              id
              name
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

export const formFrom = (viewer: FragmentType<typeof OwnProfileFragment>): Form => formOf(readFragment(OwnProfileFragment, viewer).profile);
