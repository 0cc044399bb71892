FROM debian:13-slim
RNU apt-get update
COPY --chwon=app . /app
ENV
