/** A Vite plugin: `graphql(...)` becomes the one document it names, so that a page loads its own documents and no others. */
import type { Plugin } from "vite";

const CALL = /\bgraphql\(\s*`([^`]*)`\s*,?\s*\)/g;
const IMPORT = /import \{ ([^}]*)\} from "(~\/gql\/[a-z-]+)";?/;
const HEAD = /\b(query|mutation|subscription|fragment)\s+(\w+)/;

export function inlineDocuments(): Plugin {
  return {
    name: "engawa:inline-documents",
    enforce: "pre",
    transform: {
      filter: { id: /\/src\/(app|lib|features)\/.*\.tsx?$/, code: "~/gql/" },
      handler(code) {
        const folder = IMPORT.exec(code)?.[2];
        if (!folder) return null;
        const used = new Set<string>();
        const inlined = code.replace(CALL, (call: string, source: string) => {
          const head = HEAD.exec(source);
          if (!head?.[2]) return call;
          const name = head[2] + (head[1] === "fragment" ? "FragmentDoc" : "Document");
          used.add(name);
          return name + "\n".repeat(call.split("\n").length - 1);
        });
        if (used.size === 0) return null;
        return { code: `import { ${[...used].join(", ")} } from "${folder}/graphql";${inlined}`, map: null };
      },
    },
  };
}
