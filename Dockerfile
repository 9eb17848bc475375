# syntax=docker/dockerfile:1
# Quotewell with the corpus of this folder, its model and its index: nothing is built or fetched when it runs.

FROM node:20-bookworm AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build
# Builds model, index and the vectors of the safety wordings, and shows that they answer.
RUN node dist/node/cli.js ask "How rare is it?"
RUN npm prune --omit=dev

FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8787
WORKDIR /app
# Owned by root, so that the server can't change itself. The index alone may be a volume that it builds anew.
COPY --from=build /app/package.json /app/LICENSE /app/NOTICE ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/models models
COPY --from=build /app/dist dist
COPY --from=build /app/corpus corpus
COPY --from=build --chown=node:node /app/index index
USER node
EXPOSE 8787
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node.js as the first process gets the signals itself, and the server ends by them.
CMD ["node", "dist/node/cli.js", "start"]
