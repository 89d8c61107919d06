"""What the scalars of the contract look like; dates that are none are the business of npm run test:hostile."""

import schemathesis
from hypothesis import strategies as st
from schemathesis.graphql import nodes

days = st.dates().map(str).map(nodes.String)
schemathesis.graphql.scalar("Date", days)
schemathesis.graphql.scalar("PartialDate", days | st.sampled_from(["2022", "2022-06", "[2021..2023]", "../2021-04"]).map(nodes.String))
schemathesis.graphql.scalar("Url", st.just("https://example.org/").map(nodes.String))
