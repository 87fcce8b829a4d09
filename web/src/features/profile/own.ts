/** The own profile as it is read and as it is saved: one fragment, so that what was saved is what stands in the form. */
import { type FragmentType, graphql, readFragment } from "~/gql/profile";

import { companyName } from "~/lib/companies";

import { type Form, formOf } from "./profile";

const OwnProfileFragment = graphql(`
  fragment OwnProfileFields on Viewer {
    id
    profile {
      version
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
      languages {
        code
      }
      links
      availability
      availabilityToEmployer
      presentEmployer {
        id
        name
        nameEn
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
        languages
        links
        availability
        photo
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
            languages {
              code
              name
            }
            links {
              url
              host
            }
            availability
          }
        }
      }
      ... on Problem {
        message
        code
      }
      ... on Conflict {
        fields
      }
      ... on Invalid {
        field
      }
    }
  }
`);

export function formFrom(viewer: FragmentType<typeof OwnProfileFragment>): Form {
  const { profile } = readFragment(OwnProfileFragment, viewer);
  const employer = profile.presentEmployer;
  return formOf(profile, employer ? { id: employer.id, name: companyName(employer) } : null);
}
