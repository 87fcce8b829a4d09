"""What follows from each event: every type stands here, also those from which nothing follows."""

from typing import Final

from server.accounts import events as accounts
from server.companies import events as companies
from server.conversations import events as conversations
from server.departures import events as departures
from server.exports import events as exports
from server.groups import events as groups
from server.kit.log import Event
from server.moderation import events as moderation
from server.opportunities import events as opportunities
from server.people import events as people
from server.rosters import events as rosters
from server.standing import events as standing
from server.synonyms import events as synonyms
from workers.examining import examine_words
from workers.exporting import make_file
from workers.filing import delete_photo_before
from workers.indexing import index_opportunity, index_people_of, index_person, index_posts_of
from workers.keeping import keep_searches
from workers.labels import narrow_around_member, narrow_around_people_of, narrow_around_two
from workers.matching import match_opportunity
from workers.notifying.accounts import mail_identity, mail_secrets
from workers.notifying.addresses import mail_changed_address, mail_new_address, mail_old_address
from workers.notifying.affiliations import mail_decision, mail_ended, mail_vouched
from workers.notifying.applications import mail_applicant, mark_questions_answered, notify_of_application
from workers.notifying.connections import answer_request, mail_of_connection, mark_acceptance_read, notify_of_connection
from workers.notifying.departures import mail_departure
from workers.notifying.exports import mail_export, notify_of_export
from workers.notifying.invitations import mail_invitation
from workers.notifying.notices import mark_affiliation_read, notify_of_affiliation, notify_of_company, notify_of_hiding, notify_of_report
from workers.notifying.running import mail_proposal, mail_role, mark_proposal_read, notify_of_closing, notify_of_proposal, notify_of_role
from workers.notifying.safety import mail_safety
from workers.notifying.standing import mail_match, mark_ended_matches, mark_query_read
from workers.notifying.talks import mail_first_unread, mail_response
from workers.notifying.unowned import mail_ownership, notify_of_ownership
from workers.parts import Handler

HANDLERS: Final[dict[type[Event], tuple[Handler, ...]]] = {
    accounts.IdentityLinked: (mail_identity,),
    accounts.IdentityUnlinked: (mail_identity,),
    accounts.EmailChanged: (mail_changed_address,),
    accounts.EmailChangeRequested: (mail_old_address, mail_new_address),
    accounts.PasskeyRegistered: (mail_safety,),
    accounts.PasskeyRemoved: (mail_safety,),
    accounts.RecoveryCodesRenewed: (mail_safety,),
    accounts.RecoveryCodeUsed: (mail_safety,),
    accounts.SecondFactorLifted: (mail_safety,),
    accounts.SessionsEnded: (),
    accounts.SignInRequested: (mail_secrets,),
    accounts.SignUpRequested: (mail_secrets,),
    accounts.TotpConfirmed: (mail_safety,),
    accounts.TotpRemoved: (mail_safety,),
    companies.CompanyAccepted: (index_people_of, narrow_around_people_of, notify_of_company),
    companies.CompanyMerged: (index_people_of, narrow_around_people_of, notify_of_company),
    companies.CompanyProposed: (),
    companies.CompanySucceeded: (index_people_of,),
    conversations.ConversationRead: (),
    conversations.MessageSent: (mail_first_unread,),
    conversations.ParticipantLeft: (),
    departures.DepartureAsked: (index_person, index_posts_of, narrow_around_member, mail_departure),
    departures.DepartureReminded: (mail_departure,),
    departures.DepartureWithdrawn: (index_person, index_posts_of),
    exports.ExportAsked: (make_file,),
    exports.ExportPrepared: (notify_of_export, mail_export),
    groups.ApplicantAsked: (notify_of_application, mail_applicant),
    groups.ApplicationDecided: (index_person, index_posts_of, mark_questions_answered, notify_of_application, mail_applicant),
    groups.ApplicationEdited: (mark_questions_answered,),
    groups.ApplicationOpened: (),
    groups.GroupLeft: (index_person, index_posts_of, narrow_around_member),
    groups.GroupAdmitted: (index_person, notify_of_proposal, mail_proposal),
    groups.GroupClosed: (index_people_of, narrow_around_people_of, notify_of_closing),
    groups.GroupDeclined: (notify_of_proposal, mail_proposal),
    groups.GroupProposalWithdrawn: (mark_proposal_read,),
    groups.GroupProposed: (),
    groups.OwnershipEnded: (notify_of_ownership, mail_ownership),
    groups.RoleEnded: (index_person, notify_of_role, mail_role),
    groups.RoleGranted: (index_person, notify_of_role, mail_role),
    moderation.ReportDecided: (notify_of_report,),
    moderation.ReportFiled: (),
    opportunities.AgreementRecorded: (),
    opportunities.OpportunityClosed: (index_opportunity, mark_ended_matches),
    opportunities.OpportunityEdited: (index_opportunity, match_opportunity, mark_ended_matches),
    opportunities.OpportunityHidden: (index_opportunity, notify_of_hiding, mark_ended_matches),
    opportunities.OpportunityPosted: (index_opportunity, match_opportunity),
    opportunities.OpportunityResponded: (mail_response,),
    opportunities.OpportunityRestored: (index_opportunity, notify_of_hiding, match_opportunity),
    opportunities.ResponseDeclined: (),
    opportunities.ResponseWithdrawn: (),
    opportunities.TalkTakenUp: (),
    people.AffiliationConfirmed: (index_person, index_posts_of, notify_of_affiliation, mail_decision, examine_words),
    people.AffiliationDeclared: (index_person, narrow_around_member),
    people.AffiliationDeclined: (index_person, index_posts_of, narrow_around_member, notify_of_affiliation, mail_decision, examine_words),
    people.AffiliationEdited: (index_person, index_posts_of, narrow_around_member, examine_words),
    people.AffiliationRemoved: (index_person, index_posts_of, narrow_around_member, examine_words, mark_affiliation_read),
    people.AffiliationVouched: (index_person, index_posts_of, notify_of_affiliation, mail_vouched, examine_words),
    people.CirclesPicked: (index_person, index_posts_of, narrow_around_member),
    people.CompanyExcluded: (index_person, index_posts_of, narrow_around_member),
    people.CompanyIncluded: (index_person, index_posts_of),
    people.ConfirmationAsked: (),
    people.ConfirmationEnded: (index_person, index_posts_of, narrow_around_member, notify_of_affiliation, mail_ended, examine_words),
    people.ConfirmationRequestEnded: (),
    people.ConnectionAccepted: (answer_request, notify_of_connection, mail_of_connection),
    people.ConnectionAsked: (notify_of_connection, mail_of_connection),
    people.ConnectionDeclined: (answer_request,),
    people.ConnectionEnded: (narrow_around_two, mark_acceptance_read),
    people.ConnectionRequestWithdrawn: (answer_request,),
    people.ListingChanged: (index_person, index_posts_of, narrow_around_member),
    people.MemberBlocked: (narrow_around_two,),
    people.MemberExcluded: (index_person, index_posts_of, narrow_around_two),
    people.MemberIncluded: (index_person, index_posts_of),
    people.MemberJoined: (index_person,),
    people.MemberUnblocked: (),
    people.PhotoChanged: (delete_photo_before,),
    people.ProfileUpdated: (index_person, index_posts_of, narrow_around_member),
    people.VouchDeferred: (),
    people.VouchWithdrawn: (),
    rosters.InvitationAccepted: (),
    rosters.InvitationDeclined: (),
    rosters.InvitationSent: (mail_invitation,),
    rosters.RosterImported: (),
    standing.StandingQueryMatched: (mail_match,),
    standing.StandingQueryRemoved: (mark_query_read,),
    synonyms.SynonymsChanged: (keep_searches,),
}
