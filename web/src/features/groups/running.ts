/** The pages of who runs a group, or proposes one: loaded together, since each file that can be loaded is named on every first load. */
export { EditGroupPage } from "./EditGroupPage";
export { ProposalPage } from "./ProposalPage";
export { ProposePage } from "./ProposePage";
export { RolesPage } from "./RolesPage";
