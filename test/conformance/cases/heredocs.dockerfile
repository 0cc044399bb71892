# syntax=docker/dockerfile:1
FROM debian:13-slim

COPY <<-"TEXT" /etc/motd
	Hello $USER
	TEXT

RUN <<EOF
set -e
apt-get update
apt-get install -y --no-install-recommends curl
EOF

RUN cat <<ONE > /a && cat /a
FROM debian
ONE

CMD ["cat", "/a"]
