export const possibleTypes: Record<string, string[]> = {
  "Node": [
    "Affiliation",
    "AlumniGroup",
    "AskedConfirmation",
    "Company",
    "ConfirmationRequest",
    "Conversation",
    "GroupApplication",
    "JoinLink",
    "Message",
    "Notice",
    "Opportunity",
    "Person",
    "Report",
    "Response",
    "Skill",
    "Vouch"
  ],
  "Problem": [
    "Conflict",
    "Invalid",
    "NotAllowed",
    "NotFound",
    "TooMany"
  ]
};
