"""One post to thousands of open subscriptions: ours, stock Strawberry, graphql-ws on Node, and the bare broadcast of `websockets`."""
