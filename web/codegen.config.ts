/** What is generated from the schema: for the shell and for each feature a folder of typed documents with masked fragments. */
import { existsSync, readdirSync } from "node:fs";

import type { CodegenConfig } from "@graphql-codegen/cli";
import { type DocumentNode, type FieldNode, Kind, type SelectionSetNode, visit } from "graphql";

/** Another schema file can be named while the committed one is being changed. */
export const schema = process.env.ENGAWA_SCHEMA ?? "../schema/schema.graphql";
if (!existsSync(schema)) throw new Error(`The schema ${schema} does not exist.`);

export const features = readdirSync("src/features", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** Folders of lib whose documents are loaded apart: the forms of joining, which several features share, and what waits for a connection. */
export const shared = ["applying", "outbox"];

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };

/** Every selection names its type, but for the roots: a subscription may select one field only. */
function withTypenames(document: DocumentNode): DocumentNode {
  return visit(document, {
    SelectionSet(node, _key, parent): SelectionSetNode | undefined {
      if (parent && "kind" in parent && parent.kind === Kind.OPERATION_DEFINITION) return undefined;
      if (node.selections.some((one) => one.kind === Kind.FIELD && one.name.value === "__typename")) return undefined;
      return { ...node, selections: [typename, ...node.selections] };
    },
  });
}

function folder(documents: string[]): CodegenConfig["generates"][string] {
  return {
    preset: "client",
    documents,
    presetConfig: { fragmentMasking: { unmaskFunctionName: "readFragment" }, persistedDocuments: true },
    documentTransforms: [{ transform: ({ documents: files }) => files.map((file) => file.document ? { ...file, document: withTypenames(file.document) } : file) }],
    config: {
      enumsAsTypes: true,
      useTypeImports: true,
      strictScalars: true,
      scalars: { Cursor: "string", Date: "string", DateTime: "string", Month: "string" },
    },
  };
}

/** The generator's configuration for one folder: "common" is the shell and lib, any other name is a part of lib that is shared, or a feature. */
export function configFor(name: string): CodegenConfig {
  const common = name === "common";
  const folders = common ? ["src/app", "src/lib"] : [shared.includes(name) ? `src/lib/${name}` : `src/features/${name}`];
  const elsewhere = common ? shared.map((one) => `!src/lib/${one}/**`) : [];
  const sources = [...folders.map((one) => `${one}/**/*.{ts,tsx}`), "!src/**/*.test.{ts,tsx}", ...elsewhere];
  const generates: CodegenConfig["generates"] = { [`src/gql/${name}/`]: folder(sources) };
  if (common) generates["src/gql/possible-types.ts"] = { plugins: ["./scripts/possible-types.cjs"] };
  return { schema, ignoreNoDocuments: true, silent: true, generates };
}
