export const possibleTypes: Record<string, string[]> = {
  "Node": [
    "Affiliation",
    "AlumniGroup",
    "Company",
    "Conversation",
    "Message",
    "Notice",
    "Opportunity",
    "Person",
    "Report",
    "Response",
    "Skill"
  ],
  "Problem": [
    "Conflict",
    "Invalid",
    "NotAllowed",
    "NotFound",
    "TooMany"
  ]
};
