"""What the scalars of the contract look like: mostly what is right, so that resolvers are reached."""

import schemathesis
from hypothesis import strategies as st
from schemathesis.graphql import nodes

DAYS = ["2015-01-01", "2022-06-08", "2026-12-31"]
PARTIAL = ["2022", "2022-06", "2022-06-05", "[2021..2023]", "../2021-04"]
IDS = ["institution/kz/senate", "institution/kz/mazhilis", "institution/kz/kurultai", "law/kz/constitution-1995", "law/x/none"]

schemathesis.graphql.scalar("Date", st.sampled_from(DAYS).map(nodes.String))
schemathesis.graphql.scalar("PartialDate", st.sampled_from(PARTIAL).map(nodes.String))
schemathesis.graphql.scalar("Url", st.just("https://example.org/").map(nodes.String))
schemathesis.graphql.scalar("ID", st.sampled_from(IDS).map(nodes.String))
schemathesis.graphql.scalar("Int", st.integers(1, 5).map(nodes.Int))
