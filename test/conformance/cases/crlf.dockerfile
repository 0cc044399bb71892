FROM debian:13-slim AS build
RUN apt-get update \
    # for https
    && apt-get install -y curl
FROM build
USER root
CMD curl https://example.com
