// graphql-ws on Node: the same selection, executed for each subscriber from memory. A line on standard input is a post.
import { createRequire } from "node:module";
import { createServer } from "node:http";
import { createInterface } from "node:readline";

const require = createRequire(`${process.argv[2]}/package.json`);
const { buildSchema } = require("graphql");
const { useServer } = require("graphql-ws/use/ws");
const { WebSocketServer } = require("ws");

const schema = buildSchema(`
  type Opportunity { id: ID! kind: String! direction: String! title: String! place: String remote: Boolean! pay: String lastDay: String!
    live: Boolean! closeReason: String onBehalfOf: String postedAt: String! }
  type OpportunityPosted { opportunity: Opportunity! }
  union OpportunityEvent = OpportunityPosted
  type OpportunityDelivery { cursor: String! previous: String event: OpportunityEvent! }
  type Query { ok: Boolean }
  type Subscription { opportunities: OpportunityDelivery! }
`);

const waiting = new Set();
async function* follow() {
  const told = [];
  let wake = () => {};
  const sink = (delivery) => {
    told.push(delivery);
    wake();
  };
  waiting.add(sink);
  try {
    for (;;) {
      while (told.length > 0) yield { opportunities: told.shift() };
      await new Promise((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    waiting.delete(sink);
  }
}

const server = createServer((_request, response) => response.end("ok"));
useServer({ schema, roots: { subscription: { opportunities: follow } } }, new WebSocketServer({ server, path: "/graphql", perMessageDeflate: false }));
server.listen(Number(process.argv[3]), "127.0.0.1", 4096, () => console.log("READY"));
createInterface({ input: process.stdin }).on("line", (line) => {
  const opportunity = JSON.parse(line);
  const delivery = { cursor: "c".repeat(64), previous: "p".repeat(64), event: { __typename: "OpportunityPosted", opportunity } };
  for (const sink of waiting) sink(delivery);
});
