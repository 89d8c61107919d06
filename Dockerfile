# The server alone: NEO4J_URI names its Neo4j. It writes nothing, so it runs on a read-only file system:
#   docker build -t reformgraph . && docker run --read-only --cap-drop ALL -e NEO4J_URI=… -e NEO4J_PASSWORD=… -p 127.0.0.1:4000:4000 reformgraph
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN ["npm", "ci", "--ignore-scripts", "--omit=dev"]
COPY src src
COPY schema schema
RUN ["node", "src/bundle.mjs"]

FROM node:24.21.0-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production
ENV HOST=0.0.0.0
ENV PORT=4000
# The packages are in the bundle.
COPY --from=build /app/.reformgraph/bundle .reformgraph/bundle
COPY cypher cypher
COPY seed seed
COPY test/questions test/questions
COPY src/page/queries src/page/queries
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=180s --retries=3 CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# docker-compose.yml gives it 640 MB, of which this takes 384 and three times 32.
CMD ["node", "--max-old-space-size=384", "--max-semi-space-size=32", ".reformgraph/bundle/src-main-ts/main.mjs", "start"]
