// Writes which types stand behind each interface and union, so that the cache matches fragments exactly instead of guessing.
// What a mutation answers with is asked for by its members, never by the name of the union: those would only weigh.
const { isInterfaceType, isUnionType } = require("graphql");

module.exports.plugin = (schema) => {
  const problem = schema.getType("Problem");
  const answers = (type) => isUnionType(type) && type.getTypes().some((member) => schema.isSubType(problem, member));
  const types = Object.values(schema.getTypeMap())
    .filter((type) => isInterfaceType(type) || (isUnionType(type) && !answers(type)))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map((type) => [type.name, schema.getPossibleTypes(type).map((possible) => possible.name).sort()]);
  return `export const possibleTypes: Record<string, string[]> = ${JSON.stringify(Object.fromEntries(types), null, 2)};\n`;
};
