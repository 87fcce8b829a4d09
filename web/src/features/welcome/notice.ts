/** What a notice on the home page is about, and what is read of each kind. */
import { graphql } from "~/gql/welcome";

export const NoticeFragment = graphql(`
  fragment HomeNotice on Notice {
    id
    at
    read
    about {
      ... on AffiliationConfirmed {
        group {
          id
          slug
          name
          nameEn
        }
        affiliation {
          id
          company {
            id
            name
            nameEn
          }
        }
      }
      ... on AffiliationDeclined {
        reason
        affiliation {
          id
          company {
            id
            name
            nameEn
          }
        }
      }
      ... on AffiliationVouched {
        affiliation {
          id
          company {
            id
            name
            nameEn
          }
        }
      }
      ... on ConfirmationEnded {
        why
        reason
        affiliation {
          id
          company {
            id
            name
            nameEn
          }
        }
      }
      ... on ApplicantAsked {
        application {
          id
          state
          group {
            id
            slug
            name
            nameEn
          }
        }
      }
      ... on ApplicationDecided {
        application {
          id
          state
          reason
          group {
            id
            slug
            name
            nameEn
          }
        }
      }
      ... on ConnectionAsked {
        person {
          id
          name
        }
      }
      ... on ConnectionAccepted {
        person {
          id
          name
        }
      }
      ... on OpportunityHidden {
        reason
        opportunity {
          id
          title
        }
      }
      ... on OpportunityRestored {
        opportunity {
          id
          title
        }
      }
      ... on CompanyAccepted {
        company {
          id
          name
          nameEn
        }
      }
      ... on CompanyMerged {
        mergedName
        company {
          id
          name
          nameEn
        }
      }
      ... on ExportPrepared {
        export {
          id
        }
      }
      ...GroupNews
      ...MatchNews
      ... on ReportDecided {
        report {
          id
          decision
          decisionReason
        }
      }
    }
  }
`);
