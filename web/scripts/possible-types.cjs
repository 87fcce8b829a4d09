// Writes which types stand behind each interface, so that the cache matches fragments exactly instead of guessing.
const { isInterfaceType } = require("graphql");

module.exports.plugin = (schema) => {
  const types = Object.values(schema.getTypeMap())
    .filter((type) => isInterfaceType(type))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map((type) => [type.name, schema.getPossibleTypes(type).map((possible) => possible.name).sort()]);
  return `export const possibleTypes: Record<string, string[]> = ${JSON.stringify(Object.fromEntries(types), null, 2)};\n`;
};
