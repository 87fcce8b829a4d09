/** A decision with its reason, or a question back, as everywhere. */
export { ReasonDialog as Reason } from "~/ui/asking/ReasonDialog";
